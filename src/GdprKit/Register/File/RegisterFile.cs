namespace GdprKit;

internal static class RegisterFile
{
    public static ProcessingRegister Read(string path) => Parse(System.IO.File.ReadAllBytes(path));

    public static ProcessingRegister Parse(ReadOnlySpan<byte> utf8Json) => throw new NotSupportedException(utf8Json.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
