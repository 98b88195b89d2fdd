using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace GdprKit.Canary;

/// <summary>Gathers what is written anywhere, and finds the canaries in it.</summary>
internal sealed class Watch
{
    private const int Context = 120;

    private readonly ConcurrentQueue<(string Where, string Text)> _written = [];
    private readonly ConcurrentQueue<(string Where, string Text)> _stored = [];
    private readonly ConcurrentQueue<(string Where, string Text)> _shown = [];
    private readonly ConcurrentDictionary<string, byte> _refs = [];

    public IEnumerable<string> Places => _written.Concat(_stored).Concat(_shown).Select(each => each.Where.Split(' ')[0]).Distinct();

    /// <summary>The ref of a person may be stored in the ledger and written nowhere else.</summary>
    public void Add(SubjectRef person) => _refs.TryAdd(person.ToString(), 0);

    public void Write(string where, object? text) => _written.Enqueue((where, text as string ?? text?.ToString() ?? ""));

    /// <summary>What is shown to operators who may see the keys of rows, as the examples in a preview; values of rows are in it no more than elsewhere.</summary>
    public void Show(string where, string text) => _shown.Enqueue((where, text));

    public void Store(string where, byte[] bytes) => _stored.Enqueue((where, $"{Encoding.UTF8.GetString(bytes)} {Convert.ToHexStringLower(bytes)}"));

    public void Write(string where, Exception exception)
    {
        Write(where, exception.ToString());
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            Write(where, inner.Message);
            foreach (System.Collections.DictionaryEntry data in inner.Data)
            {
                Write(where, $"{data.Key}: {data.Value}");
            }
        }

        foreach (var each in (exception as AggregateException)?.InnerExceptions ?? [])
        {
            Write(where, each);
        }
    }

    /// <summary>Every place that holds a canary, with what it holds.</summary>
    public List<string> FindLeaks() =>
    [
        .. LeaksIn(_written, [.. Canaries.All, .. _refs.Keys]),
        .. LeaksIn(_stored, Canaries.All),
        .. LeaksIn(_shown, [.. Canaries.All.Except(Canaries.Keys), .. _refs.Keys]),
    ];

    private static IEnumerable<string> LeaksIn(IEnumerable<(string Where, string Text)> texts, string[] canaries) =>
        from each in texts
        from canary in canaries
        let form = Array.Find(Forms(canary), form => each.Text.Contains(form, StringComparison.OrdinalIgnoreCase))
        where form is not null
        select $"{each.Where} holds '{canary}': {Around(each.Text, each.Text.IndexOf(form, StringComparison.OrdinalIgnoreCase))}";

    private static string Around(string text, int place) => text[Math.Max(0, place - Context)..Math.Min(text.Length, place + Context)];

    // As it is, as JSON, as an address, as bytes.
    private static string[] Forms(string canary) =>
    [
        canary,
        JsonSerializer.Serialize(canary).Trim('"'),
        Uri.EscapeDataString(canary),
        System.Net.WebUtility.HtmlEncode(canary),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(canary)),
    ];
}
