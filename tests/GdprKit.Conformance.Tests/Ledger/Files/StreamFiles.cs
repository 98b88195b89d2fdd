using System.Globalization;
using System.Text;
using System.Text.Json;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

/// <summary>
/// The files of streams: <c>streams/KIND/SHARD/SUBJECT.KEY.head</c> with the head, <c>….entries</c> and <c>….details</c> with a line for
/// each. The key is in hexadecimal, because file names can be the same in another case; the order of names is that of streams.
/// </summary>
internal static class StreamFiles
{
    private const string Root = "streams";

    private const string HeadExtension = ".head";

    private const string Version = "{\"Version\":";

    public static StreamHead? HeadOf(FolderView view, StreamId stream) => ReadHead(view, NameOf(stream));

    public static void WriteHead(FolderView view, StreamHead head) => view.Write(NameOf(head.Stream) + HeadExtension, JsonSerializer.SerializeToUtf8Bytes(HeadLine.Of(head)));

    public static void AppendEntries(FolderView view, ValueList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            view.Append(NameOf(entry.Stream) + ".entries", LineOf(EntryLine.Of(entry)));
            if (entry.Details is { } details)
            {
                view.Append(NameOf(entry.Stream) + ".details", LineOf(DetailsLine.Of(entry.Version, details)));
            }
        }
    }

    public static IEnumerable<LedgerEntry> Entries(FolderView view, StreamId stream, long after = 0)
    {
        using var details = Lines<DetailsLine>(view, NameOf(stream) + ".details", after).GetEnumerator();
        var next = details.MoveNext() ? details.Current : null;
        foreach (var line in Lines<EntryLine>(view, NameOf(stream) + ".entries", after))
        {
            var mine = next?.Version == line.Version ? next.ToDetails() : null;
            next = mine is null ? next : details.MoveNext() ? details.Current : null;
            yield return line.ToEntry(stream) with { Details = mine };
        }
    }

    public static long ForgetDetails(FolderView view, StreamId stream)
    {
        var count = Lines<DetailsLine>(view, NameOf(stream) + ".details").LongCount();
        view.Delete(NameOf(stream) + ".details");
        return count;
    }

    public static void Delete(FolderView view, StreamId stream)
    {
        foreach (var extension in new[] { HeadExtension, ".entries", ".details" })
        {
            view.Delete(NameOf(stream) + extension);
        }
    }

    /// <summary>The heads that a filter matches, in the order of their streams, after a stream.</summary>
    public static IEnumerable<StreamHead> Find(FolderView view, HeadFilter filter, StreamId? after = null)
    {
        var begin = after is { } last ? NameOf(last) + HeadExtension : "";
        return from kind in filter.Kind.IsDefault ? view.List(Root) : [filter.Kind.ToString()]
               from shard in filter.Subject is { } subject ? [ShardOf(subject)] : view.List($"{Root}/{kind}")
               where string.CompareOrdinal($"{Root}/{kind}/{shard}/~", begin) > 0
               from name in view.List($"{Root}/{kind}/{shard}")
               where name.EndsWith(HeadExtension, StringComparison.Ordinal)
               let path = $"{Root}/{kind}/{shard}/{name}"
               where string.CompareOrdinal(path, begin) > 0
               let head = ReadHead(view, path[..^HeadExtension.Length])
               where head is not null && filter.Matches(head)
               select head;
    }

    private static StreamHead? ReadHead(FolderView view, string name) =>
        view.Read(name + HeadExtension) is { } bytes ? JsonSerializer.Deserialize<HeadLine>(bytes)!.ToHead(StreamOf(name)) : null;

    private static string NameOf(StreamId stream) =>
        $"{Root}/{stream.Kind}/{ShardOf(stream.Subject)}/{stream.Subject}.{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(stream.Key.ToString()))}";

    private static string ShardOf(SubjectRef subject) => subject.ToString()[..2];

    private static StreamId StreamOf(string name)
    {
        var parts = name.Split('/');
        var (subject, key) = (parts[3][..32], parts[3][33..]);
        return new StreamId(StreamKind.Parse(parts[1]), SubjectRef.Parse(subject), StreamKey.Parse(Encoding.ASCII.GetString(Convert.FromHexString(key))));
    }

    /// <summary>The lines of a file, which begin with their versions, after one of them.</summary>
    private static IEnumerable<T> Lines<T>(FolderView view, string path, long after = 0)
    {
        using var stream = view.Open(path);
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (VersionOf(line) > after)
            {
                yield return JsonSerializer.Deserialize<T>(line)!;
            }
        }
    }

    private static long VersionOf(ReadOnlySpan<char> line) => long.Parse(line[Version.Length..line.IndexOf(',')], NumberStyles.None, CultureInfo.InvariantCulture);

    private static byte[] LineOf<T>(T line) => [.. JsonSerializer.SerializeToUtf8Bytes(line), (byte)'\n'];
}
