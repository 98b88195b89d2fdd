using Microsoft.AspNetCore.Mvc;

namespace GdprKit.Decisions;

/// <summary>What an application has in an action.</summary>
[ApiController]
public sealed class PermittedController : ControllerBase
{
    [HttpGet("/action")]
    public string Get() => "here";
}
