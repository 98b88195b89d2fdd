using System.Text;
using System.Text.Json;
using GdprKit.Conformance.Files;

namespace GdprKit.Conformance.Notices.Files;

/// <summary>An application that keeps a file for each of its people, beside a ledger in files.</summary>
public sealed class FileContactFixture : ContactSourceFixture
{
    private readonly string _people = Directory.CreateTempSubdirectory("gdprkit-contacts-").FullName;

    private readonly string _ledger = Directory.CreateTempSubdirectory("gdprkit-told-").FullName;

    private Folder? _folder;

    public override ValueTask InitializeAsync()
    {
        _folder = new Folder(_ledger);
        return base.InitializeAsync();
    }

    public override ValueTask<ContactSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var ledger = new FileLedger(_folder!);
        var (subjects, store) = (new FileSubjectDirectory(ledger), new FileLedgerStore(ledger));
        return ValueTask.FromResult(new ContactSourceSession(new ListedContacts(List, subjects, store), subjects, store));
    }

    public override async ValueTask AddAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await File.WriteAllTextAsync(PathOf(row), JsonSerializer.Serialize(new[] { row.Code, $"{row.Role}", MailOf(row), row.Speaks, row.Given, row.Family, row.Street, row.Addition, $"{row.Postcode}", row.Town, row.Province, row.Land }), cancellationToken);
        }
    }

    public override ValueTask RemoveAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            File.Delete(PathOf(row));
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

    private IEnumerable<Correspondent> List() => Directory.GetFiles(_people).Select(path => JsonSerializer.Deserialize<string?[]>(File.ReadAllText(path))!)
        .Select(row => new Correspondent
        {
            Code = row[0]!,
            Role = Enum.Parse<CorrespondentRole>(row[1]!),
            Mail = row[2],
            Speaks = row[3],
            Given = row[4],
            Family = row[5],
            Street = row[6],
            Addition = row[7],
            Postcode = int.TryParse(row[8], out var postcode) ? postcode : null,
            Town = row[9],
            Province = row[10],
            Land = row[11],
        });

    private string PathOf(Correspondent row) => Path.Combine(_people, $"row-{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(row.Code))}");

    private static string? MailOf(Correspondent row)
    {
        try
        {
            return row.Mail;
        }
        catch (InvalidOperationException)
        {
            return Correspondent.Unreadable;
        }
    }
}
