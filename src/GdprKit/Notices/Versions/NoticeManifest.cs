using System.Text.Json;
using System.Text.Json.Nodes;
using GdprKit.Content;
using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>What a version is known by. The version before it is part of it, so that a text that comes back later is another version of which people are told.</summary>
internal static class NoticeManifest
{
    public static LedgerContent Of(NoticeAudience audience, Digest register, IEnumerable<NoticeText> texts, Digest? before)
    {
        var manifest = new JsonObject
        {
            ["audience"] = PublishedNotices.KeyOf(audience).ToString(),
            ["register"] = register.ToString(),
            ["texts"] = new JsonObject(texts.Select(text => KeyValuePair.Create(text.Language.Code, (JsonNode?)text.Digest.ToString()))),
        };
        if (before is { } earlier)
        {
            manifest["before"] = earlier.ToString();
        }

        return LedgerContent.Of(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(manifest, NoticesJson.Default.JsonObject)));
    }
}
