namespace GdprKit;

internal static class RegisterJson
{
    public static byte[] WriteCanonical(RegisterDeclarations declarations) => System.Text.Encoding.UTF8.GetBytes(declarations.ToString());

    public static byte[] WriteIndented(RegisterDeclarations declarations) => WriteCanonical(declarations);
}
