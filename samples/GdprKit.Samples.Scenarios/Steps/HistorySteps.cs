using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What the log of the shop says about somebody.</summary>
internal sealed class HistorySteps(Shop shop, LogBook book)
{
    [Step(en: "the history of {person} has {number} line(s)", nl: "de historie van {person} heeft {number} regel(s) | heeft de historie van {person} {number} regel(s)")]
    public async Task HasLinesAsync(string person, int number, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(person, cancellationToken);
        Expect.That(lines.Length == number, $"it has {lines.Length}: {string.Join(' ', lines)}");
    }

    [Step(en: "the history of {person} says {text}", nl: "de historie van {person} zegt {text} | zegt de historie van {person} {text}")]
    public async Task SaysAsync(string person, string text, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(person, cancellationToken);
        Expect.That(lines.Contains(text), $"it says: {string.Join(' ', lines)}");
    }

    private async Task<string[]> LinesAsync(string person, CancellationToken cancellationToken) =>
        [.. (await book.AboutAsync(shop.PersonOf(person), cancellationToken)).Select(line => line.Sentence)];
}
