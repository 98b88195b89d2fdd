using System.Net;
using Microsoft.Playwright;

namespace GdprKit.Samples.Browser;

/// <summary>Through which window someone looks.</summary>
public sealed record WindowOptions
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 800;

    /// <summary>What the browser asks for, as in <c>Accept-Language</c>.</summary>
    public string Language { get; init; } = "nl";

    public ColorScheme ColorScheme { get; init; } = ColorScheme.Light;

    public bool JavaScript { get; init; } = true;

    /// <summary>Cookies that the browser has already, such as that of a sign-in.</summary>
    public CookieCollection Cookies { get; init; } = [];
}
