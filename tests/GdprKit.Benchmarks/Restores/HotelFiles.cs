using GdprKit.Ledger;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Restores;

/// <summary>The mirror of a hotel and its keys, in a folder that is gone afterwards.</summary>
internal sealed class HotelFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-restores-");

    public HotelFiles() => FileKeyRing.Create(Keys, new FakeClock(Hotel.Now));

    public string Mirror => Path.Combine(_folder.FullName, "mirror");

    public string Keys => Path.Combine(_folder.FullName, "keyring.json");

    private string Kept => Path.Combine(_folder.FullName, "kept");

    /// <summary>Keeps the mirror as it is.</summary>
    public void Keep() => Copy(Mirror, Kept);

    /// <summary>Puts the mirror back as it was kept, because a replay adds to it.</summary>
    public void PutBack() => Copy(Kept, Mirror);

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
