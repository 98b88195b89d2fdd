using GdprKit.Ledger;
using GdprKit.Subjects;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know of an adapter of <see cref="ILedgerStore"/> and <see cref="ISubjectDirectory"/>: how its ledger is opened.
/// Each suite has a fixture, and so a ledger, of its own, which is empty at first and is used by all tests of the suite.
/// </summary>
/// <remarks>
/// Make the database in <see cref="InitializeAsync"/> and remove it in <see cref="DisposeAsync"/>. Where the medium is not installed, let
/// <see cref="OpenAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit: every test is then skipped with that reason.
/// </remarks>
public abstract class LedgerFixture : IAsyncLifetime
{
    /// <summary>Why the ledger joins no transaction of a host; <see langword="null"/>, as by default, when it joins them.</summary>
    public virtual string? WhyNoTransactions => null;

    /// <summary>Opens the ledger, once for every request to the application and from any thread. All that are open see the same ledger.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<LedgerSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Opens the ledger for one use that is interrupted after a number of steps: what comes then fails, and everything after it, as when the
    /// program ends or the connection breaks. <see cref="LedgerSession.DisposeAsync"/> is the end of that program; who opens the ledger then is the next one.
    /// </summary>
    /// <remarks>
    /// By default a step is to call the store and another one is to hear its answer. Override it where the medium has steps of its own between
    /// which it can break: the writes of files, the messages to a server, the instructions of an embedded database.
    /// </remarks>
    /// <param name="steps">How many steps are done before the interruption; 0 for none. With enough of them nothing is interrupted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual async ValueTask<LedgerSession> OpenInterruptedAsync(int steps, CancellationToken cancellationToken) =>
        new InterruptedSession(await OpenAsync(cancellationToken), new Interruption(steps));

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
