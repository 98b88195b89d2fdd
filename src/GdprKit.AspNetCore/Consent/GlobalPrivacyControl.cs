using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>
/// The wish that a browser sends with every request: do not sell or share my data (Global Privacy Control, W3C). GdprKit tells the
/// application of it. It says nothing about one activity and proves nothing about one person, so it withdraws no
/// consent: withdrawing is an act of the person (Art. 7(3)).
/// </summary>
/// <remarks>Source: the Global Privacy Control specification, "Expressing a do-not-sell-or-share preference". Safe for use by several threads.</remarks>
public static class GlobalPrivacyControl
{
    /// <summary>The header that carries it: <c>Sec-GPC</c>.</summary>
    public const string HeaderName = "Sec-GPC";

    /// <summary>Whether a request carries the wish: the header, or one of several, is <c>1</c> and nothing else.</summary>
    /// <param name="request">The request.</param>
    public static bool IsExpressedIn(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var value in request.Headers[HeaderName])
        {
            if (value is "1")
            {
                return true;
            }
        }

        return false;
    }
}
