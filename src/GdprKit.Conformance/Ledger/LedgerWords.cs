using System.Globalization;
using System.Text;
using GdprKit.Ledger;
using NodaTime.Text;

namespace GdprKit.Conformance;

/// <summary>What a ledger holds in words, for who reads why a test failed. The people of the suites are nobody, so they can be told.</summary>
internal static class LedgerWords
{
    public static string Of(AppendResult result) => result switch
    {
        AppendResult.Appended => "appended",
        AppendResult.Conflict conflict => $"a conflict in {Listed(conflict.Streams.Select(Of))}",
        AppendResult.LeaseLost => "the lease is lost",
        _ => $"{result}",
    };

    public static string Of(StreamId stream) => $"'{stream.Key}'{(stream.Subject.IsNone ? "" : $" of {stream.Subject.ToString()[..6]}…")}";

    public static string Of(StreamHead? head) => head is null
        ? "no head"
        : string.Create(CultureInfo.InvariantCulture, $"{Of(head.Stream)} at version {head.Version}, fold {head.FoldVersion}, {head.Index.Status} since {Of(head.Index.Since)}, ")
            + $"due {(head.Index.Due is { } due ? Of(due) : "never")}, recorded {Of(head.RecordedAt)}, state {Text(head.State)}";

    public static string Of(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Version}: {entry.Type} of {Of(entry.Stream)} at {Of(entry.RecordedAt)} {Text(entry.Facts)}")
        + (entry.Details is { } details ? $" with details {Text(details.Json)}" : entry.DetailsCommitment is null ? "" : " with forgotten details")
        + (entry.Content.IsEmpty ? "" : $" referring to {entry.Content.Count}");

    public static string Of(IEnumerable<LedgerEntry> entries) => Listed(entries.Select(Of));

    public static string Of(Lease? lease) => lease is null
        ? "nothing"
        : string.Create(CultureInfo.InvariantCulture, $"number {lease.Fence.Number} until {Of(lease.ExpiresAt)}, progress '{lease.ProgressText}'");

    public static string Of(NodaTime.Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string Of(HeadFilter filter) => "heads of a kind" + string.Concat(
        filter.Subject is { } subject ? $", about {(subject.IsNone ? "nobody" : "a person")}" : "",
        filter.Key is { } key ? $", with the key '{key}'" : "",
        filter.Statuses.IsEmpty ? "" : $", {string.Join(" or ", filter.Statuses)}",
        filter.DueBefore is { } due ? $", due before {Of(due)}" : "",
        filter.SinceBefore is { } since ? $", since before {Of(since)}" : "",
        filter.FoldedBelow is { } fold ? $", folded below {fold.ToString(CultureInfo.InvariantCulture)}" : "");

    public static string Listed(IEnumerable<string> items) => string.Join(" · ", items) is { Length: > 0 } all ? all : "nothing";

    private static string Text(ValueList<byte> json) => Encoding.UTF8.GetString(json.AsSpan());
}
