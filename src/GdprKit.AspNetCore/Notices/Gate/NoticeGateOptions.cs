using Microsoft.AspNetCore.Http;
using NodaTime;

namespace GdprKit;

/// <summary>How the gate behaves that shows a new notice to people who are signed in.</summary>
/// <remarks>Not safe for use by several threads while it is changed.</remarks>
public sealed class NoticeGateOptions
{
    /// <summary>Where the page of the gate is: <c>gate</c> below the pattern of <c>MapGdprKit</c>.</summary>
    /// <value>The default is <c>/privacy/gate</c>.</value>
    public PathString Page { get; set; } = "/privacy/gate";

    /// <summary>After how long who chose "later" is shown it again.</summary>
    /// <value>The default is 7 days.</value>
    public Duration LaterFor { get; set; } = Duration.FromDays(7);

    /// <summary>Whether it is shown also to who was told of it by mail or letter and did not say to have read it.</summary>
    /// <value>The default is <see langword="false"/>: being told is what the law asks.</value>
    public bool AlsoWhoWasTold { get; set; }

    /// <summary>Requests that are let through besides, as those of service accounts that are signed in as a person; <see langword="null"/>, the default, for none.</summary>
    public Func<HttpContext, bool>? LetThrough { get; set; }
}
