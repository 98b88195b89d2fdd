namespace GdprKit.Conformance.Requests.Files;

/// <summary>Where the folders of people are, which can be away.</summary>
internal sealed class FolderPlace : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gdprkit-people-").FullName;

    private int _files;

    public FolderPlace() => Folder = new PersonFolder(Path.Combine(_root, "people"));

    public PersonFolder Folder { get; }

    public void Add(SubjectId person, string extension, byte[] content)
    {
        Directory.CreateDirectory(Folder.FolderOf(person));
        File.WriteAllBytes(Path.Combine(Folder.FolderOf(person), $"{Interlocked.Increment(ref _files)}.{extension}"), content);
    }

    public int Count(SubjectId person) => Directory.Exists(Folder.FolderOf(person)) ? Directory.GetFiles(Folder.FolderOf(person)).Length : 0;

    public void Switch(bool isReachable)
    {
        var (here, away) = (Path.Combine(_root, "people"), Path.Combine(_root, "away"));
        if (isReachable)
        {
            Directory.Move(away, here);
        }
        else
        {
            Directory.Move(here, away);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
