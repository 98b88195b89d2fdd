using GdprKit.Consent;
using GdprKit.Decisions;
using GdprKit.Ledger;

namespace GdprKit;

public sealed partial class SuppressionList
{
    /// <summary>
    /// Asks the list for a person, and keeps the answer with the person, so that decisions and audiences see it: when the person is linked, when an address
    /// becomes known, and when it changes.
    /// </summary>
    /// <inheritdoc cref="AskForAsync(ValueList{PersonAddresses}, CancellationToken)" path="/remarks"/>
    /// <param name="subject">The person in the ledger.</param>
    /// <param name="addresses">For each channel that is named all addresses that the person has now.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is recorded or nothing.</param>
    /// <returns>An answer for each address, in the same order.</returns>
    /// <inheritdoc cref="AskForAsync(ValueList{PersonAddresses}, CancellationToken)" path="/exception"/>
    public async ValueTask<ValueList<SuppressionAnswer>> AskForAsync(SubjectRef subject, ValueList<MarketingAddress> addresses, CancellationToken cancellationToken = default) =>
        (await AskForAsync([new PersonAddresses(subject, addresses)], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Asks the list for many people by one look-up, and keeps the answers with them.</summary>
    /// <remarks>
    /// Over a channel of which one address is on the list the person gets no marketing. That ends when none of the addresses that the person has by now is
    /// on it; a channel that is not named, or an address that has no canonical form, ends nothing.
    /// </remarks>
    /// <param name="people">The people, each once, with at most 10,000 addresses together.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is recorded or nothing.</param>
    /// <returns>For each person an answer for each address, in the same order.</returns>
    /// <exception cref="ArgumentException">GDPR1259: a ref is <see cref="SubjectRef.None"/>. GDPR1120: somebody stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000 addresses.</exception>
    /// <exception cref="KeyRingException">The keys cannot be used; nothing is recorded.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<ValueList<ValueList<SuppressionAnswer>>> AskForAsync(ValueList<PersonAddresses> people, CancellationToken cancellationToken = default)
    {
        foreach (var person in people)
        {
            PersonStreams.Require(person.Subject);
        }

        var answers = new Queue<SuppressionAnswer>(await AskAsync(people.SelectMany(person => person.Addresses).ToValueList(), cancellationToken).ConfigureAwait(false));
        var asked = people.Select(person => (person.Subject, Answers: person.Addresses.Select(address => (address.Channel, Answer: answers.Dequeue())).ToList())).ToList();
        var changes = asked.SelectMany(person => person.Answers.GroupBy(each => each.Channel, each => each.Answer).Select(channel => Change(person.Subject, channel))).OfType<StreamChange>();
        await streams.AppendAsync(changes.ToValueList(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return asked.Select(person => person.Answers.Select(each => each.Answer).ToValueList()).ToValueList();
    }

    async ValueTask<ValueList<ImportObstacle>> IAddressScreening.ScreenAsync(ValueList<MarketingAddress> addresses, CancellationToken cancellationToken) =>
        (await AskAsync(addresses, cancellationToken).ConfigureAwait(false)).Select(answer => answer switch
        {
            SuppressionAnswer.NotListed => ImportObstacle.Unspecified,
            SuppressionAnswer.Unreadable => ImportObstacle.AddressUnreadable,
            _ => ImportObstacle.Suppressed,
        }).ToValueList();

    StreamChange IAddressScreening.Found(SubjectRef subject, MarketingChannel channel) => PersonSuppression.Find(subject, channel);

    private static StreamChange? Change(SubjectRef subject, IGrouping<MarketingChannel, SuppressionAnswer> answers) =>
        answers.Contains(SuppressionAnswer.Listed) ? PersonSuppression.Find(subject, answers.Key)
        : answers.All(answer => answer is SuppressionAnswer.NotListed) ? PersonSuppression.Lift(subject, answers.Key, consent: null)
        : null;
}
