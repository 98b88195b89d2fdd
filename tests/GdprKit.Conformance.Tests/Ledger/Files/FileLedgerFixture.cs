namespace GdprKit.Conformance.Files;

public sealed class FileLedgerFixture : LedgerFixture
{
    private readonly string _path = Directory.CreateTempSubdirectory("gdprkit-ledger-").FullName;

    private Folder? _folder;

    public override ValueTask InitializeAsync()
    {
        _folder = new Folder(_path);
        return base.InitializeAsync();
    }

    public override ValueTask<LedgerSession> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<LedgerSession>(new Session(new FileLedger(_folder!)));

    /// <summary>A program of its own, whose medium breaks. Whoever comes after it finds the folder as it was left.</summary>
    public override ValueTask<LedgerSession> OpenInterruptedAsync(int steps, CancellationToken cancellationToken) =>
        ValueTask.FromResult<LedgerSession>(new Session(new FileLedger(new Folder(_path, new InterruptedMedium(steps)))));

    public override ValueTask DisposeAsync()
    {
        _folder!.Dispose();
        Directory.Delete(_path, recursive: true);
        return base.DisposeAsync();
    }

    private sealed class Session(FileLedger ledger) : LedgerSession(new FileLedgerStore(ledger), new FileSubjectDirectory(ledger))
    {
        public override ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken) =>
            ledger.InTransactionAsync(work, commits, cancellationToken);
    }
}
