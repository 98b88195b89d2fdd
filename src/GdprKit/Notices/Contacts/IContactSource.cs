using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Notices;

/// <summary>
/// The application's people and how they are reached, for who tells them something. A capability that an adapter has beside
/// <c>ISubjectSource</c>, over the same database as the ledger.
/// </summary>
/// <remarks>
/// <para>
/// People are those whose own rows the maps declare (<c>IsSubject</c>, <c>IsSubjectWhen</c>), also in rows that the application hides: everyone whose
/// data are held is told. The address is the field with the role <see cref="FieldRole.EmailAddress"/>, the language that with
/// <see cref="FieldRole.Language"/>. Of the life of its unit of work, and as safe for use by several threads as that is.
/// </para>
/// <para>Promises. The conformance tests have a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Finds_everybody_without_a_head_once</c>: range after range, and nobody who has one.</description></item>
/// <item><description><c>Compares_keys_ordinally</c>: in whatever collation the application keeps its keys.</description></item>
/// <item><description><c>Leaves_out_people_of_other_kinds</c></description></item>
/// <item><description><c>Counts_add_up_to_everybody</c>: each person once, whatever is appended meanwhile.</description></item>
/// <item><description>
/// <c>An_address_that_cannot_be_read_hides_nobody</c>: where a property or a converter of the application fails on the address or the language of one row,
/// the person is there all the same, without it, and of an address says so (<see cref="Contact.IsAddressUnreadable"/>).
/// </description></item>
/// <item><description>
/// <c>A_row_without_a_readable_key_is_counted_and_passed_over</c>: of a row whose key cannot be read, is empty, or is too long to be linked nobody can say who it
/// is. It is nobody's contact, and is counted (<see cref="ContactPage.Unidentified"/>, <see cref="ContactCounts.Unidentified"/>), so that whoever reports can say so.
/// </description></item>
/// <item><description><c>Tells_how_people_are_reached</c>: the address as it is, good or not, and by the tag of a language its first part.</description></item>
/// <item><description><c>Keeps_people_out_of_errors</c>: no message holds a key, a ref, or an address.</description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>.</description></item>
/// </list>
/// </remarks>
public interface IContactSource
{
    /// <summary>Reads the next people about whom a stream has no head, those included who have no link to the ledger yet.</summary>
    /// <param name="query">Which people, which stream, and where to go on.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// People, each once, however many rows they have. Who gets a head meanwhile may still be among them; who
    /// claims a stream is told. A position of another map begins again.
    /// </returns>
    ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken);

    /// <summary>Looks people up.</summary>
    /// <param name="people">The people, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those whose row and link are there, each once, in any order (<c>Finds_those_whose_row_and_link_are_there</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127, by <see cref="LedgerLimits.RequireAtOnce"/>: there are more than 10,000 (<c>Refuses_to_look_up_too_many</c>).</exception>
    ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken);

    /// <summary>Looks up where letters reach people.</summary>
    /// <param name="people">The people, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Those who have a row with a field for a name, an address line or a place, each once, in any order, linked or not
    /// (<c>Tells_where_letters_reach_people</c>): what the fields hold, trimmed, in the order in which they are declared, and nothing for what is blank or cannot be read.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127, by <see cref="LedgerLimits.RequireAtOnce"/>: there are more than 10,000.</exception>
    ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken);

    /// <summary>Counts people by the state of a stream about them.</summary>
    /// <param name="people">Which kinds of people.</param>
    /// <param name="kind">The kind of the stream.</param>
    /// <param name="key">The key of the stream.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken);
}
