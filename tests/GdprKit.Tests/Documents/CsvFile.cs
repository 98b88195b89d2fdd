using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GdprKit.Documents;

/// <summary>Comma-separated values as somebody else's reader sees them.</summary>
internal static class CsvFile
{
    /// <summary>Every row, the headings first, each cell as it was read.</summary>
    public static string[][] Read(string text, string delimiter = ",")
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, HasHeaderRecord = false, BadDataFound = null };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return [.. rows];
    }

    /// <summary>The text of a file; the mark that names its encoding must be there.</summary>
    public static string Decode(byte[] file)
    {
        file.Should().StartWith(Encoding.UTF8.GetPreamble());
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.AsSpan(3));
    }
}
