namespace GdprKit.Register;

/// <summary>A place in a text as an editor shows it: line and column count from 1, and a column is one character.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The position of a byte of a UTF-8 text.</summary>
    public static TextPosition Of(int offset, ReadOnlySpan<byte> utf8)
    {
        var before = utf8[..offset];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        var characters = 0;
        foreach (var unit in line)
        {
            // The bytes of a character that follow its first one begin with the bits 10.
            characters += (unit & 0b1100_0000) == 0b1000_0000 ? 0 : 1;
        }

        return new TextPosition(before.Count((byte)'\n') + 1, characters + 1);
    }

    public override string ToString() => $"line {Line}, column {Column}";
}
