namespace GdprKit.Mapping;

/// <summary>Names as C# writes them.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
        // Words that are keywords only in some places, and names of types nowhere without the sign.
        "await", "dynamic", "extension", "field", "file", "notnull", "nint", "nuint", "partial", "record", "required", "scoped", "unmanaged", "var", "where", "yield",
    };

    /// <summary>The name, with the sign that makes a keyword a name.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? $"@{name}" : name;

    /// <summary>The names of a namespace or a path, each escaped.</summary>
    public static string EscapeAll(string dotted) => string.Join('.', dotted.Split('.').Select(Escape));

    /// <summary>A key as the name of a member: <c>email-address</c> becomes <c>EmailAddress</c>.</summary>
    public static string Pascal(string text) => string.Concat(text.Split('-', '_', ' ').Where(word => word.Length > 0).Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    /// <summary>Whether a text can be the name of a type or a member.</summary>
    public static bool IsValid(string? name) => !string.IsNullOrEmpty(name)
        && (char.IsLetter(name[0]) || name[0] == '_')
        && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_')
        && !Keywords.Contains(name);
}
