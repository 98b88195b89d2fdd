using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>
/// Something else of the application in which data of people are left over when their rows are gone: files, a search index, a cache, sessions and tokens. Register it with
/// <c>gdpr.AddErasureTarget&lt;T&gt;()</c>; no erasure is done before it has answered.
/// </summary>
/// <remarks>
/// <para>
/// Asked again until it answers, also after it did when the answer was lost: erasing what is not there is no fault. An exception is no answer; it is logged without what it says, and the
/// target is asked again later, at first after a minute, in the end every six hours. Safe for use by several threads.
/// </para>
/// </remarks>
public interface IErasureTarget
{
    /// <summary>What it is called, in the ledger and in the letter: such as <c>search-index</c>. It stays the same, and no two have the same.</summary>
    Key<ErasurePlace> Key { get; }

    /// <summary>Removes what is there of a person.</summary>
    /// <param name="person">The person, whose rows are gone already or stay by law.</param>
    /// <param name="order">The order, to tell one time from another.</param>
    /// <param name="cancellationToken">Ends the work; it is asked again.</param>
    /// <returns>What came of it.</returns>
    ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken);
}
