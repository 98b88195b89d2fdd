using System.Text;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>Batches that are made before anything is measured, so that both sides only write.</summary>
internal static class LedgerWork
{
    public static readonly StreamKind Kind = StreamKind.Parse("benchmark.consent");

    private static readonly StreamKey Key = StreamKey.Parse("newsletter");

    private static readonly EntryType<BenchmarkFacts> Given = new("benchmark.given/1", BenchmarkJson.Default.BenchmarkFacts);

    private static readonly Instant Start = Instant.FromUtc(2026, 7, 1, 10, 0);

    private static readonly Digest Text = Digest.Of("Yes, send me the newsletter."u8);

    private static readonly ValueList<byte> State = [.. Encoding.UTF8.GetBytes("""{"since":"2026-07-01T10:00:00Z","state":"given","wording":"1f0e6cf2b54a4e7d"}""")];

    /// <summary>
    /// What is done in one measurement: as many new streams with their first entry as streams that get their second one, in turn.
    /// </summary>
    public static IReadOnlyList<AppendBatch> Single(int appends)
    {
        SubjectRef[] subjects = [.. Enumerable.Range(0, appends / 2).Select(_ => SubjectRef.New())];
        return [.. subjects.Select(subject => AppendBatch.Of([Append(subject, 0)])).Concat(subjects.Select(subject => AppendBatch.Of([Append(subject, 1)])))];
    }

    /// <summary>New streams, many in a batch.</summary>
    public static IReadOnlyList<AppendBatch> Bulk(int appends, int perBatch) =>
        [.. Enumerable.Range(0, appends / perBatch).Select(_ => AppendBatch.Of(Enumerable.Range(0, perBatch).Select(_ => Append(SubjectRef.New(), 0))))];

    private static StreamAppend Append(SubjectRef subject, long expected)
    {
        var stream = new StreamId(Kind, subject, Key);
        var at = Start + Duration.FromSeconds(expected);
        return new StreamAppend(
            expected,
            [Given.Draft(new BenchmarkFacts(Text, Text, at, expected)).Seal(stream, expected + 1, at)],
            new StreamHead
            {
                Stream = stream,
                Version = expected + 1,
                RecordedAt = at,
                FoldVersion = 1,
                Index = new StreamIndex(StreamStatus.Parse("given"), at),
                State = State,
            });
    }
}
