using System.Text;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

/// <summary>The hashes of all entries there ever were, and where the entries are: files of lines, by the last digits of the id, which are random.</summary>
internal static class HashFiles
{
    private const string Root = "hashes";

    private static readonly int IdLength = Guid.Empty.ToString().Length;

    public static void Add(FolderView view, ValueList<LedgerEntry> entries)
    {
        foreach (var shard in entries.GroupBy(entry => PathOf(entry.Id)))
        {
            view.Append(shard.Key, Encoding.ASCII.GetBytes(string.Concat(shard.Select(entry => $"{entry.Id} {entry.Hash} {entry.Stream.Kind} {entry.Stream.Subject} {entry.Version} {entry.Stream.Key}\n"))));
        }
    }

    public static Dictionary<EntryId, Digest> Find(FolderView view, IEnumerable<EntryId> ids)
    {
        var found = new Dictionary<EntryId, Digest>();
        foreach (var shard in ids.Distinct().GroupBy(PathOf))
        {
            var asked = shard.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
            foreach (var line in Lines(view, shard.Key).Where(line => asked.Contains(line[..IdLength])))
            {
                found[EntryId.Parse(line[..IdLength])] = Digest.Parse(line.Split(' ')[1]);
            }
        }

        return found;
    }

    /// <summary>The places of entries in the falling order of their ids; some of them have expired.</summary>
    public static IEnumerable<(EntryId Id, StreamId Stream, long Version)> Latest(FolderView view, EntryId? before) =>
        view.List(Root).SelectMany(shard => Lines(view, $"{Root}/{shard}")).Select(Place).Where(place => before is null || place.Id < before).OrderByDescending(place => place.Id);

    private static (EntryId Id, StreamId Stream, long Version) Place(string line) => line.Split(' ') is [var id, _, var kind, var subject, var version, var key]
        ? (EntryId.Parse(id), new StreamId(StreamKind.Parse(kind), SubjectRef.Parse(subject), StreamKey.Parse(key)), long.Parse(version, null))
        : throw new FormatException("A line of hashes has six parts.");

    private static string PathOf(EntryId id) => $"{Root}/{id.ToString()[^2..]}";

    private static List<string> Lines(FolderView view, string path)
    {
        var lines = new List<string>();
        using var stream = view.Open(path);
        using var reader = stream is null ? null : new StreamReader(stream);
        while (reader?.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
