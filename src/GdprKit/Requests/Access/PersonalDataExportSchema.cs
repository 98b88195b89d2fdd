using System.Diagnostics;

namespace GdprKit;

/// <summary>The JSON Schema (2020-12) of <c>data.json</c> in an export. Every archive holds it beside the data, and the package in its folder <c>schemas</c>.</summary>
/// <remarks>A later version of the same format only adds properties. Safe for use by several threads.</remarks>
public static class PersonalDataExportSchema
{
    /// <summary>Its name in an archive: <c>data.schema.json</c>.</summary>
    public const string FileName = "data.schema.json";

    /// <summary>What <c>data.json</c> says of its form: <c>gdprkit-personal-data/1</c>.</summary>
    public const string Format = "gdprkit-personal-data/1";

    private const string Resource = "GdprKit.Requests.Access.personal-data-export.schema.json";

    /// <summary>The schema as JSON text.</summary>
    public static string ToJson()
    {
        using var reader = new StreamReader(typeof(PersonalDataExportSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new UnreachableException(Resource));
        return reader.ReadToEnd();
    }
}
