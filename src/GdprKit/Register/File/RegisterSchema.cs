using System.Diagnostics;

namespace GdprKit;

/// <summary>
/// The JSON Schema (2020-12) of the register file: an editor that has it beside the register completes names and values, shows
/// what they mean, and marks what is wrong while you type.
/// </summary>
/// <remarks>
/// A register file refers to it by its first property: <c>"$schema": "./gdpr-register.schema.json"</c>. What the schema allows can
/// still contradict itself, for example refer to an event that is not declared; that is told when the register is read. The package
/// holds the same file in its folder <c>schemas</c>. Safe for use by several threads.
/// </remarks>
public static class RegisterSchema
{
    /// <summary>The name under which register files look for it: <c>gdpr-register.schema.json</c>.</summary>
    public const string FileName = "gdpr-register.schema.json";

    private const string Resource = $"GdprKit.Register.File.{FileName}";

    /// <summary>The schema as JSON text.</summary>
    public static string ToJson()
    {
        using var reader = new StreamReader(Open());
        return reader.ReadToEnd();
    }

    /// <summary>Puts the schema beside a register file; one that is there already is replaced.</summary>
    /// <param name="folder">The folder of the register file; made when it does not exist.</param>
    /// <returns>The path of the written file.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The application may not write there.</exception>
    public static string SaveTo(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, FileName);
        using var schema = Open();
        using var file = System.IO.File.Create(path);
        schema.CopyTo(file);
        return path;
    }

    private static Stream Open() => typeof(RegisterSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new UnreachableException(Resource);
}
