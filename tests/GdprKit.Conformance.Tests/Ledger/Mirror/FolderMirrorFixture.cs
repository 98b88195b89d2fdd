using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>Mirrors in files, as the core has them; each in a folder of its own.</summary>
public sealed class FolderMirrorFixture : MirrorFixture, IMirrorMedium
{
    private readonly string _root = Directory.CreateTempSubdirectory("gdprkit-mirror-").FullName;

    public override ValueTask<ILedgerMirror> OpenAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult<ILedgerMirror>(new FileLedgerMirror(PathOf(name)));

    /// <summary>Interrupted between any two steps on the disk.</summary>
    public override ValueTask<ILedgerMirror> OpenInterruptedAsync(string name, int steps, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ILedgerMirror>(new FileLedgerMirror(PathOf(name), new BreakingMedium(steps)));

    public async ValueTask<int> ReplaceBytesAsync(string name, ReadOnlyMemory<byte> sought, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var path in Directory.EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories).ToList())
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            var count = Replace(bytes, sought.Span, replacement.Span);
            if (count > 0)
            {
                await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            }

            found += count;
        }

        return found;
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return base.DisposeAsync();
    }

    private static int Replace(Span<byte> bytes, ReadOnlySpan<byte> sought, ReadOnlySpan<byte> replacement)
    {
        var found = 0;
        for (var at = bytes.IndexOf(sought); at >= 0; found++)
        {
            replacement.CopyTo(bytes[at..]);
            bytes = bytes[(at + sought.Length)..];
            at = bytes.IndexOf(sought);
        }

        return found;
    }

    private string PathOf(string name) => Path.Combine(_root, name);
}
