using System.Globalization;
using System.Text;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Conformance;

/// <summary>What the suites put into a ledger.</summary>
internal static class LedgerSamples
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    public static readonly StreamStatus Open = StreamStatus.Parse("open");

    public static readonly StreamStatus Closed = StreamStatus.Parse("closed");

    private static readonly EntryType<SampleFacts> Noted = new("conformance.noted/1", SampleJson.Default.SampleFacts);

    public static StreamKind NewKind() => StreamKind.Parse($"conformance.k{Guid.NewGuid():N}");

    public static LeaseName NewLease() => LeaseName.Parse($"conformance.l{Guid.NewGuid():N}");

    public static SubjectId NewPerson() => SubjectId.Of(DomainKeys.People, Guid.NewGuid());

    /// <summary>When the entry with a version is recorded: an odd microsecond, so that rounding shows.</summary>
    public static Instant At(long version) => Start + Duration.FromSeconds(version) + LedgerTime.Step;

    public static LedgerEntry Entry(StreamId stream, long version, long number = 1, string? note = null, params ReadOnlySpan<LedgerContent> content)
    {
        var draft = Noted.Draft(new SampleFacts(number)) with
        {
            Details = note is null ? null : EntryDetails.Of(("note", note)),
            Content = [.. content],
        };
        return draft.Seal(stream, version, At(version));
    }

    /// <summary>An entry of a type that no program of today knows.</summary>
    public static LedgerEntry Newer(StreamId stream, long version) =>
        new EntryType<SampleFacts>("conformance.newer/9999", SampleJson.Default.SampleFacts).Draft(new SampleFacts(version)).Seal(stream, version, At(version));

    public static StreamHead Head(StreamId stream, long version, StreamStatus? status = null, Instant? due = null, Instant? since = null, int fold = 1) => new()
    {
        Stream = stream,
        Version = version,
        RecordedAt = At(version),
        FoldVersion = fold,
        Index = new StreamIndex(status ?? Open, since ?? At(version), due),
        State = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"version":{{version}},"text":"é€😀"}"""))],
    };

    /// <summary>The next entry of a stream that has some.</summary>
    public static StreamAppend Append(StreamId stream, long expected = 0, int entries = 1, StreamStatus? status = null, string? note = null) => new(
        expected,
        Enumerable.Range(1, entries).Select(number => Entry(stream, expected + number, note: note)).ToValueList(),
        Head(stream, expected + entries, status));

    public static StreamAppend Append(LedgerEntry entry) => new(entry.Version - 1, [entry], Head(entry.Stream, entry.Version));

    /// <summary>A whole stream with a head of one's own.</summary>
    public static StreamAppend Whole(StreamHead head) =>
        new(0, Enumerable.Range(1, (int)head.Version).Select(version => Entry(head.Stream, version)).ToValueList(), head);
}
