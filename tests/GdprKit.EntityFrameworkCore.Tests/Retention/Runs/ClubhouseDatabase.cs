using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Where the clubhouse of a test is.</summary>
public abstract class ClubhouseDatabase
{
    /// <summary>Makes it, empty and without tables.</summary>
    /// <returns>How a context reaches it.</returns>
    public abstract Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken);

    public abstract Task DropAsync();
}
