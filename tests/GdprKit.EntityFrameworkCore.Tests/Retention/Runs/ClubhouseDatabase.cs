using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Where the clubhouse of a test is.</summary>
public abstract class ClubhouseDatabase
{
    /// <summary>Makes it, empty and without tables.</summary>
    /// <returns>How a context reaches it.</returns>
    public abstract Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken);

    public abstract Task DropAsync();

    /// <summary>Makes a backup as an operator does.</summary>
    /// <returns>By which <see cref="RestoreAsync"/> finds it.</returns>
    public abstract Task<string> BackUpAsync(CancellationToken cancellationToken);

    /// <summary>Puts a backup in the place of the database.</summary>
    public abstract Task RestoreAsync(string backup, CancellationToken cancellationToken);

    /// <summary>Makes a database of a backup beside the one that is there, for who tries whether it can be restored.</summary>
    /// <returns>How a context reaches it, and what drops it.</returns>
    public abstract Task<(Action<DbContextOptionsBuilder> Reach, IAsyncDisposable Drop)> RestoreBesideAsync(string backup, CancellationToken cancellationToken);
}
