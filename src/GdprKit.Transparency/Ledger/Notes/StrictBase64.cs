namespace GdprKit.Transparency;

/// <summary>Base64 as RFC 4648 has it, with no blank in it, no bit to spare, and nothing left out: one text for the same bytes.</summary>
internal static class StrictBase64
{
    public static byte[]? Read(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var written) && Convert.ToBase64String(bytes, 0, written) == text ? bytes[..written] : null;
    }
}
