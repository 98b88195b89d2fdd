using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit.Conformance;

/// <summary>One use of a source of contacts, as one request to the application has, with the directory of links and the ledger beside it.</summary>
/// <param name="contacts">The source.</param>
/// <param name="subjects">The directory, over the same database.</param>
/// <param name="ledger">The ledger, over the same database.</param>
/// <param name="unitOfWork">What is disposed of with the session; <see langword="null"/> for nothing.</param>
public sealed class ContactSourceSession(IContactSource contacts, ISubjectDirectory subjects, ILedgerStore ledger, IAsyncDisposable? unitOfWork = null) : IAsyncDisposable
{
    /// <summary>The source.</summary>
    public IContactSource Contacts { get; } = contacts;

    /// <summary>The directory of links.</summary>
    public ISubjectDirectory Subjects { get; } = subjects;

    /// <summary>The ledger.</summary>
    public ILedgerStore Ledger { get; } = ledger;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => unitOfWork?.DisposeAsync() ?? ValueTask.CompletedTask;
}
