using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>
/// Something else of the application in which data of people are left over when their rows are gone: files, a search index, a cache, sessions and tokens. Register it with
/// <c>gdpr.AddErasureTarget&lt;T&gt;()</c>; no erasure is done before it has answered.
/// </summary>
/// <remarks>
/// <para>
/// Asked again until it answers, also after it did when the answer was lost. An exception is no answer; it is logged without what it says, and the
/// target is asked again later, at first after a minute, in the end every six hours. Safe for use by several threads.
/// </para>
/// <para>The package <c>GdprKit.Conformance</c> has a test of each promise, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Erases_everything_of_the_person</c>: and says how many things that were.</description></item>
/// <item><description><c>Erases_nothing_of_anybody_else</c>: keys are compared ordinally, and one key of two kinds is two people.</description></item>
/// <item><description><c>Erasing_what_is_not_there_is_no_fault</c>: nor is it to be asked a second time.</description></item>
/// <item><description><c>Gives_no_answer_while_it_cannot_be_reached</c>: it throws, and is asked again; it never says that something is gone of which it does not know.</description></item>
/// <item><description><c>Keeps_its_key</c>: in every instance.</description></item>
/// <item><description><c>Stops_erasing_when_cancelled</c>: with an <see cref="OperationCanceledException"/>.</description></item>
/// </list>
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
