namespace GdprKit.Decisions;

public sealed class DecisionReasonTests
{
    [Fact]
    public void A_reason_has_an_id_a_name_and_a_sentence_of_its_own_in_both_languages()
    {
        DecisionReasons.All.Select(reason => reason.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.AllSatisfy(id => id.Should().MatchRegex("^GDPR21[0-9]{2}$"));
        DecisionReasons.All.Select(reason => reason.Name).Should().OnlyHaveUniqueItems().And.AllSatisfy(name => name.Should().MatchRegex("^[a-z]+(-[a-z0-9]+)*$"));
        foreach (var language in (Language[])[Language.Dutch, Language.English])
        {
            DecisionReasons.All.Select(reason => reason.Explain(language)).Should().OnlyHaveUniqueItems().And.AllSatisfy(sentence => sentence.Should().MatchRegex(@"^\p{Lu}.*\.$"));
        }
    }

    [Fact]
    public void The_list_is_complete() =>
        typeof(DecisionReasons).GetProperties().Where(property => property.PropertyType == typeof(DecisionReason)).Select(property => (DecisionReason)property.GetValue(null)!)
            .Should().BeEquivalentTo(DecisionReasons.All);

    [Fact]
    public void There_are_no_words_in_other_languages() =>
        FluentActions.Invoking(() => DecisionReasons.ConsentGiven.Explain(Language.Parse("fr"))).Should().Throw<NotSupportedException>().WithMessage("GDPR1020: *");

    [Fact]
    public void Nobody_else_makes_a_decision_or_a_reason_and_none_is_made_by_default()
    {
        typeof(ProcessingDecision).GetConstructors().Should().BeEmpty();
        typeof(DecisionReason).GetConstructors().Should().BeEmpty();
        default(ProcessingDecision).Should().BeNull();
    }
}
