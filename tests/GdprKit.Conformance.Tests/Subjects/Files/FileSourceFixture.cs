using System.Text;
using GdprKit.Conformance.Files;

namespace GdprKit.Conformance.Subjects.Files;

/// <summary>An application that keeps a file for each of its people, beside a ledger in files.</summary>
public sealed class FileSourceFixture : SubjectSourceFixture
{
    private readonly string _people = Directory.CreateTempSubdirectory("gdprkit-people-").FullName;

    private readonly string _ledger = Directory.CreateTempSubdirectory("gdprkit-links-").FullName;

    private Folder? _folder;

    public override ValueTask InitializeAsync()
    {
        _folder = new Folder(_ledger);
        return base.InitializeAsync();
    }

    public override ValueTask<SubjectSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var directory = new FileSubjectDirectory(new FileLedger(_folder!));
        return ValueTask.FromResult(new SubjectSourceSession(new ListedSource(List, directory), directory));
    }

    public override async ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        foreach (var person in rows.Select(ListedPerson.Of).OfType<ListedPerson>())
        {
            await File.WriteAllBytesAsync(PathOf(person), [], cancellationToken);
        }
    }

    public override ValueTask RemoveAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        foreach (var person in rows.Select(ListedPerson.Of).OfType<ListedPerson>())
        {
            File.Delete(PathOf(person));
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _folder!.Dispose();
        Directory.Delete(_people, recursive: true);
        Directory.Delete(_ledger, recursive: true);
        return base.DisposeAsync();
    }

    private IEnumerable<ListedPerson> List() => Directory.GetFiles(_people).Select(path => ListedPerson.Parse(Encoding.UTF8.GetString(Convert.FromHexString(Path.GetFileName(path)))));

    private string PathOf(ListedPerson person) => Path.Combine(_people, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(person.Text)));
}
