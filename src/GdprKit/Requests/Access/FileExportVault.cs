using System.Globalization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Keeps exports as files in a folder. A name has a random number and until when the file is kept, and nothing of a person.</summary>
/// <remarks>
/// The folder and its files are for the user only under which the application runs, where the system knows such a thing. Keep the folder out of backups, or what was removed comes back with them.
/// Safe for use by several threads and instances.
/// </remarks>
public sealed class FileExportVault : IExportVault
{
    private const string Extension = ".export";

    private readonly string _folder;

    /// <summary>Keeps exports in a folder.</summary>
    /// <param name="path">The folder; made when it is first written to. A relative path starts at the current folder.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public FileExportVault(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _folder = Path.GetFullPath(path);
    }

    /// <inheritdoc/>
    public ValueTask<Stream> CreateAsync(EntryId export, Instant until, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{export}.{until.ToUnixTimeSeconds()}{Extension}");
        return new(new FileStream(Path.Combine(_folder, name), options));
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(EntryId export, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var path in Find(export))
        {
            try
            {
                return new(new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan }));
            }
            catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
            {
                // Removed between the two.
            }
        }

        return new(default(Stream));
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(EntryId export, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var path in Find(export))
        {
            File.Delete(path);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> RemoveDueAsync(Instant now, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var path in Find($"*{Extension}"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (UntilOf(path) is { } until && until <= now && TryDelete(path))
            {
                removed++;
            }
        }

        return new(removed);
    }

    // What somebody else put there is left alone.
    private static Instant? UntilOf(string path) =>
        Path.GetFileName(path).Split('.') is [var id, var seconds, _] && EntryId.TryParse(id, out _)
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Instant.MaxValue.ToUnixTimeSeconds()
                ? Instant.FromUnixTimeSeconds(number)
                : null;

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string[] Find(EntryId export) => Find($"{export}.*{Extension}");

    private string[] Find(string pattern) => Directory.Exists(_folder) ? Directory.GetFiles(_folder, pattern) : [];
}
