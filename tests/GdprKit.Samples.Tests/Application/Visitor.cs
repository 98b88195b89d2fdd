using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GdprKit.Samples.Application;

/// <summary>Reads pages and fills in forms as a browser does, without a screen: cookies, hidden fields, redirects on request.</summary>
public sealed class Visitor : IDisposable
{
    /// <summary>What a box is filled in with to tick it.</summary>
    public const string Ticked = "ticked";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public Visitor(string address, string language)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = new Uri(address) };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public CookieCollection Cookies => _cookies.GetAllCookies();

    public Task<VisitedPage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<VisitedPage> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await VisitedPage.ReadAsync(response);
    }

    /// <summary>Sends a form of the page, with the button that is named or else the first one of the form.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="form">Which form, as a CSS selector.</param>
    /// <param name="values">What is filled in, by the name of the field; the rest goes as the page had it.</param>
    /// <param name="button">Which button is pressed, as a CSS selector.</param>
    /// <param name="host">Which host the request names, where it is another than the one it goes to.</param>
    public Task<VisitedPage> SubmitAsync(
        VisitedPage page, string form, IReadOnlyDictionary<string, string>? values = null, string button = "button", string? host = null) => SendAsync(RequestOf(page, form, values, button, host));

    /// <summary>Sends a form of the page that is answered with a file.</summary>
    public async Task<byte[]> DownloadAsync(VisitedPage page, string form)
    {
        using var response = await _client.SendAsync(RequestOf(page, form, null, "button", null), TestContext.Current.CancellationToken);
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public async Task SignInAsync(string name)
    {
        var page = await GetAsync("/signin");
        var button = page.Html.QuerySelectorAll("button[name=employeeId]").Single(choice => choice.QuerySelector("strong")!.TextContent == name);
        var answer = await SubmitAsync(page, "form[action*='signin']", button: $"button[value='{button.GetAttribute("value")}']");
        answer.Location.Should().Be("/dashboard");
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage RequestOf(VisitedPage page, string form, IReadOnlyDictionary<string, string>? values, string button, string? host)
    {
        var element = (IHtmlFormElement)page.Html.QuerySelector(form)!;
        foreach (var (name, value) in values ?? new Dictionary<string, string>())
        {
            Fill(element.Elements[name] ?? throw new ArgumentException($"The form has no field '{name}'."), value);
        }

        var submission = element.GetSubmission((IHtmlElement)element.QuerySelector(button)!)!;
        var request = new HttpRequestMessage(HttpMethod.Parse(submission.Method.ToString()), submission.Target.Href)
        {
            Content = new StreamContent(submission.Body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
        request.Headers.Host = host;
        return request;
    }

    private static void Fill(IElement field, string value)
    {
        switch (field)
        {
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = value == Ticked;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            default:
                throw new ArgumentException($"A {field.LocalName} cannot be filled in.");
        }
    }
}
