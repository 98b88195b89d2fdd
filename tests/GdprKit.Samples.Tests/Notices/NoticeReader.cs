using System.Collections.Immutable;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;

namespace GdprKit.Samples.Notices;

/// <summary>Reads each notice once in the browser, and keeps what a reader saw of each item that it marks.</summary>
public sealed class NoticeReader(CrmApplication application, Chromium chromium) : IAsyncLifetime
{
    /// <summary>The addresses of the notices, in both languages.</summary>
    public static ImmutableArray<string> Addresses { get; } = ["/privacy/nl", "/privacy/en", "/privacy/nl/employees", "/privacy/en/employees"];

    private readonly Dictionary<string, MarkedText[]> _read = [];

    /// <summary>What stands on the page under any mark, in reading order; what cannot be seen is an empty text.</summary>
    public IReadOnlyList<MarkedText> At(string address) => _read[address];

    public async ValueTask InitializeAsync()
    {
        if (!InstalledChromium.IsFound)
        {
            return;
        }

        await using var window = await chromium.OpenAsync();
        foreach (var address in Addresses)
        {
            await window.GoToAsync(application.Address + address);
            _read[address] = await window.Page.EvaluateAsync<MarkedText[]>(
                """
                () => [...document.querySelectorAll('[data-gdpr-item]')].map(element => ({
                  Item: element.dataset.gdprItem,
                  Text: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? element.innerText.trim() : '',
                }))
                """);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A part of the page that fulfils an item of the checklist.</summary>
    public sealed class MarkedText
    {
        public string Item { get; set; } = "";

        public string Text { get; set; } = "";
    }
}
