using System.Text;
using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>
/// The keys of the streams of holds that are about nobody in particular: <c>category/KEY</c>, and <c>entity/STORE/NAME</c> with every character that a key
/// does not take, and the slash, as <c>~HH</c> of its UTF-8. What is too long then becomes <c>entity-digest/SHA256</c>. No two share one.
/// </summary>
internal static class HoldKeys
{
    private const string Categories = "category/";

    private const string Entities = "entity/";

    private const string LongEntities = "entity-digest/";

    public static StreamKey Of(Key<DataCategory> category) => StreamKey.Parse(Categories + category);

    public static StreamKey Of(string store, string name)
    {
        var path = $"{Escape(store)}/{Escape(name)}";
        return StreamKey.Parse(Entities.Length + path.Length <= LedgerLimits.KeyLength ? Entities + path : LongEntities + Digest.Of(Encoding.UTF8.GetBytes(path)));
    }

    public static Key<DataCategory>? CategoryOf(StreamKey key) =>
        key.ToString() is var text && text.StartsWith(Categories, StringComparison.Ordinal) && Key<DataCategory>.TryParse(text[Categories.Length..], out var category) ? category : null;

    /// <summary>Store and name of an entity; <see langword="null"/> where the key is of none, or holds a digest.</summary>
    public static (string Store, string Name)? EntityOf(StreamKey key) =>
        key.ToString() is var text && text.StartsWith(Entities, StringComparison.Ordinal) && text[Entities.Length..].Split('/') is [var store, var name]
            ? (Unescape(store), Unescape(name))
            : null;

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("~", "%7E", StringComparison.Ordinal).Replace('%', '~');

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('~', '%'));
}
