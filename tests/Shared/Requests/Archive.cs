using System.IO.Compression;
using System.Text.Json;

namespace GdprKit.Requests;

/// <summary>An export as a person opens it.</summary>
internal sealed class Archive
{
    private readonly Dictionary<string, byte[]> _files = [];

    private Archive(PersonalDataExport export) => Export = export;

    public PersonalDataExport Export { get; }

    public ICollection<string> Names => _files.Keys;

    public string Page => Text("index.html");

    public JsonElement Data => JsonDocument.Parse(_files["data.json"]).RootElement;

    public static async Task<Archive> MakeAsync(PersonalDataExports exports, SubjectId person, PersonalDataExportOrder order)
    {
        using var output = new MemoryStream();
        var export = await exports.WriteAsync(person, order, output, TestContext.Current.CancellationToken);
        export.Bytes.Should().Be(output.Length);
        export.Digest.Should().Be(Digest.Of(output.ToArray()));
        return await ReadAsync(output.ToArray(), export);
    }

    public static async Task<Archive> ReadAsync(byte[] bytes, PersonalDataExport export)
    {
        var archive = new Archive(export);
        using var input = new MemoryStream(bytes);
        await using var zip = new ZipArchive(input, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var file = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await file.CopyToAsync(content, TestContext.Current.CancellationToken);
            archive._files.Add(entry.FullName, content.ToArray());
        }

        return archive;
    }

    public string Text(string name) => System.Text.Encoding.UTF8.GetString(_files[name]).TrimStart('\uFEFF');

    /// <summary>The rows of a table, as JSON.</summary>
    public string[] Rows(string table) => [.. Data.GetProperty("tables").EnumerateArray().Where(each => each.GetProperty("name").GetString()!.EndsWith(table, StringComparison.Ordinal))
        .SelectMany(each => each.GetProperty("rows").EnumerateArray()).Select(row => row.GetRawText())];
}
