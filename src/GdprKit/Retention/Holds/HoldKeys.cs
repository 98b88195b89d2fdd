using System.Text;
using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>
/// The keys of the streams of holds that are about nobody in particular: <c>category/KEY</c>, and <c>entity/STORE/NAME</c> with every character that a key
/// does not take, and the slash, as <c>~HH</c> of its UTF-8. What is too long then becomes <c>entity-digest/SHA256</c>. Queries are <c>query/STORE/NAME/KEY</c> and
/// <c>query-digest/SHA256</c> by the same rule. No two share one.
/// </summary>
internal static class HoldKeys
{
    private const string Categories = "category/";

    private const string Entities = "entity/";

    private const string LongEntities = "entity-digest/";

    private const string ShortQueries = Queries + "/";

    private const string LongQueries = Queries + "-digest/";

    /// <summary>How the keys of all streams of holds on queries begin, and no others.</summary>
    public const string Queries = "query";

    public static StreamKey Of(Key<DataCategory> category) => StreamKey.Parse(Categories + category);

    public static StreamKey Of(string store, string name) => Of(Entities, LongEntities, $"{Escape(store)}/{Escape(name)}");

    public static StreamKey Of(HoldScope.Query query) => Of(ShortQueries, LongQueries, $"{Escape(query.Store)}/{Escape(query.Name)}/{query.Key}");

    /// <summary>How the keys of the queries of an entity begin, those apart that are digests.</summary>
    public static string QueriesOf(string store, string name) => $"{ShortQueries}{Escape(store)}/{Escape(name)}/";

    public static Key<DataCategory>? CategoryOf(StreamKey key) =>
        key.ToString() is var text && text.StartsWith(Categories, StringComparison.Ordinal) && Key<DataCategory>.TryParse(text[Categories.Length..], out var category) ? category : null;

    /// <summary>Store and name of an entity; <see langword="null"/> where the key is of none, or holds a digest.</summary>
    public static (string Store, string Name)? EntityOf(StreamKey key) =>
        key.ToString() is var text && text.StartsWith(Entities, StringComparison.Ordinal) && text[Entities.Length..].Split('/') is [var store, var name]
            ? (Unescape(store), Unescape(name))
            : null;

    /// <summary>Store and name of the entity of a query, and its key; <see langword="null"/> where the key is of none, or holds a digest.</summary>
    public static HoldScope.Query? QueryOf(StreamKey key) =>
        key.ToString() is var text && text.StartsWith(ShortQueries, StringComparison.Ordinal) && text[ShortQueries.Length..].Split('/') is [var store, var name, var query] && Key<HoldQuery>.TryParse(query, out var known)
            ? new HoldScope.Query(Unescape(store), Unescape(name), known)
            : null;

    private static StreamKey Of(string begin, string beginOfLong, string path) =>
        StreamKey.Parse(begin.Length + path.Length <= LedgerLimits.KeyLength ? begin + path : beginOfLong + Digest.Of(Encoding.UTF8.GetBytes(path)));

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("~", "%7E", StringComparison.Ordinal).Replace('%', '~');

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('~', '%'));
}
