using System.Text.Json;
using GdprKit.Content;
using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>Words of an operator as content: a text in every language, kept as it was written.</summary>
internal static class NoticeWords
{
    public static LedgerContent Write(LocalizedText text) => LedgerContent.Of(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(
        text.ToDictionary(each => each.Key.Code, each => each.Value), NoticesJson.Default.DictionaryStringString)));

    public static LocalizedText Read(LedgerContent content) => LocalizedText.Of(
        (JsonSerializer.Deserialize(content.Bytes.AsSpan(), NoticesJson.Default.DictionaryStringString) ?? []).Select(each => (Language.Parse(each.Key), each.Value)));
}
