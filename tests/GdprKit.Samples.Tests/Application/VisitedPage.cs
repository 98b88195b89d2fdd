using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;

namespace GdprKit.Samples.Application;

/// <summary>What came back, read as the HTML that it is.</summary>
public sealed record VisitedPage(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, IDocument Html)
{
    /// <summary>Where the answer sends the visitor, as an address within the application.</summary>
    public string? Location => Headers.Location is { IsAbsoluteUri: true } elsewhere ? elsewhere.PathAndQuery : Headers.Location?.OriginalString;

    public string Heading => Html.QuerySelector("h1")!.TextContent.Trim();

    public string Main => Html.QuerySelector("main")!.TextContent;

    public static async Task<VisitedPage> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = response.RequestMessage!.RequestUri!.AbsoluteUri;
        var html = await BrowsingContext.New().OpenAsync(answer => answer.Content(text).Address(address), TestContext.Current.CancellationToken);
        return new VisitedPage(response.StatusCode, response.Headers, response.Content.Headers, html);
    }
}
