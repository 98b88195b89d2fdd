using System.Security.Cryptography;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Requests;

namespace GdprKit.Conformance.Requests.Files;

/// <summary>A folder of files for each person, named by a digest of the person: a source and a target, as a host would write them.</summary>
internal sealed class PersonFolder(string root) : IErasureTarget, IPersonalDataSource
{
    public Key<ErasurePlace> Key { get; } = Key<ErasurePlace>.Parse("person-folders");

    public string Name => "PersonFolders";

    public LocalizedText Label { get; } = LocalizedText.Of(nl: "mappen", en: "folders");

    public string FolderOf(SubjectId person) =>
        Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Kind}\0{string.Join('\0', person.Key)}"))));

    public ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var files = FilesOf(person, "*");
        foreach (var file in files)
        {
            File.Delete(file);
        }

        return new(new ErasureAnswer.Erased(files.Length));
    }

    public IAsyncEnumerable<SourceRecord> ReadRecordsAsync(SubjectId person, CancellationToken cancellationToken) => FilesOf(person, "*.txt").ToAsyncEnumerable().Select(
        async (string file, CancellationToken token) => new SourceRecord("note", [new SourceField("text", DomainKeys.Contact, await File.ReadAllTextAsync(file, cancellationToken))]));

    public IAsyncEnumerable<SourceFile> ReadFilesAsync(SubjectId person, CancellationToken cancellationToken) =>
        FilesOf(person, "*.bin").ToAsyncEnumerable().Select(file => new SourceFile("scan", DomainKeys.Contact, "bin", _ => new(File.OpenRead(file))));

    // A folder that is not there is not the same as a place that is away.
    private string[] FilesOf(SubjectId person, string pattern) =>
        !Directory.Exists(root) ? throw new IOException("The folders cannot be reached.")
        : Directory.Exists(FolderOf(person)) ? Directory.GetFiles(FolderOf(person), pattern)
        : [];
}
