using NodaTime;

namespace GdprKit.Subjects;

/// <summary>
/// Where the application keeps its people, for who gives a ref to all of them. A capability that an adapter has beside
/// <see cref="ISubjectDirectory"/>, over the same database; <c>SubjectLinking</c> uses it.
/// </summary>
/// <remarks>
/// <para>
/// People are those whose own rows the maps declare (<c>IsSubject</c>, <c>IsSubjectWhen</c>), also in rows that the application hides. Of the
/// life of its unit of work, and as safe for use by several threads as that is.
/// </para>
/// <para>Promises. The conformance tests have a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Links_everybody_once</c>: range after range, and nobody else.</description></item>
/// <item><description><c>Compares_keys_ordinally</c>: in whatever collation the application keeps its keys.</description></item>
/// <item><description>
/// <c>Meets_who_stays_while_others_come_and_go</c>: who comes meanwhile is linked by the next run, if not by this one.
/// </description></item>
/// <item><description>
/// <c>Several_who_link_at_once_give_everybody_one_ref</c>: they wait for each other, and never in a circle.
/// </description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>.</description></item>
/// </list>
/// </remarks>
public interface ISubjectSource
{
    /// <summary>Links the next people who have no link yet, in one transaction.</summary>
    /// <param name="position">Where the range before ended; empty to begin.</param>
    /// <param name="limit">About how many people the range has; an adapter whose people cost nothing to read may take all.</param>
    /// <param name="now">When, in microseconds.</param>
    /// <param name="cancellationToken">Ends the work; afterwards the range is linked whole or not at all.</param>
    /// <returns>
    /// How many were linked, and where to go on (<c>Goes_on_where_a_range_ended</c>), in this unit of work or another. Links that stand stay as
    /// they are, whoever made them (<c>Keeps_links_that_stand</c>), and however often a range is done
    /// (<c>Doing_a_range_twice_is_doing_it_once</c>). Rows whose key cannot be that of a person are counted and keep nobody else waiting
    /// (<c>Tells_how_many_cannot_be_linked</c>). A position of another map begins again.
    /// </returns>
    ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken);
}
