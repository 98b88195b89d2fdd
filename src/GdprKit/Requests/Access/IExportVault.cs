using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Where exports wait for who fetches them: outside of the database, so that no backup keeps them longer than they are needed. What is kept here is encrypted, and the key is not here.</summary>
/// <remarks>
/// <para>
/// Used by several threads and by several instances of an application, which share one place. Instants are meant to the second. The package <c>GdprKit.Conformance</c> has a test of each promise,
/// under the name given here.
/// </para>
/// <list type="bullet">
/// <item><description><c>Gives_back_what_was_written</c>: whole, in every instance, once it is closed.</description></item>
/// <item><description><c>Knows_nothing_that_was_never_there</c>: that is no fault.</description></item>
/// <item><description><c>Removes_one_file_and_no_other</c>: removing what is not there is no fault.</description></item>
/// <item><description><c>Removes_what_is_due_and_nothing_else</c>: at the instant until which it is kept, and not before.</description></item>
/// <item><description><c>Several_use_it_at_once</c>: and each finds its own.</description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, and then nothing was done.</description></item>
/// </list>
/// </remarks>
public interface IExportVault
{
    /// <summary>Begins a file.</summary>
    /// <param name="export">Which export. Nothing else of what it is becomes part of a name.</param>
    /// <param name="until">Until when it is kept.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Where it is written to; what was written and is closed is found again, also after a restart.</returns>
    ValueTask<Stream> CreateAsync(EntryId export, Instant until, CancellationToken cancellationToken);

    /// <summary>Opens a file.</summary>
    /// <param name="export">Which export.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was written; <see langword="null"/> when it is not there any more, or never was.</returns>
    ValueTask<Stream?> OpenAsync(EntryId export, CancellationToken cancellationToken);

    /// <summary>Removes a file, if it is there.</summary>
    /// <param name="export">Which export.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask RemoveAsync(EntryId export, CancellationToken cancellationToken);

    /// <summary>Removes the files whose time is over.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>How many went. One that cannot be removed now is tried again the next time.</returns>
    ValueTask<int> RemoveDueAsync(Instant now, CancellationToken cancellationToken);
}
