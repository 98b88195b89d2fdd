using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>What people answered to activities that rest on consent, or can be objected to, and what that means for a row of several.</summary>
public sealed class DefinedAnswers(IReadOnlyList<DefinedAnswer> all)
{
    private static readonly string[] Words = ["given", "given", "renewed", "withdrawn", "withdrawn", "refused", "revoked", "requested", "deferred", "invalidated"];

    private static readonly string[] Objections = ["upheld", "upheld", "raised", "pending", "overridden", "withdrawn"];

    /// <summary>Nobody answered anything.</summary>
    public static DefinedAnswers None { get; } = new([]);

    public IReadOnlyList<DefinedAnswer> All => all;

    /// <summary>Answers by chance, the same ones for the same case, most of them about the time at which the case plays.</summary>
    public static DefinedAnswers Of(RetentionCase one, ProcessingRegister register, DefinedMaps maps)
    {
        var random = new Random(one.Today.GetHashCode() + (7 * one.World.All.Count()));
        return new(
        [
            .. from person in one.World.All.SelectMany(maps.OwnersOf).Select(owner => owner.Person).OfType<SubjectId>().Distinct()
               from activity in register.Activities
               where activity.Basis is LawfulBasis.Consent or LawfulBasis.LegitimateInterest && random.Next(5) > 0
               select Of(one, person, activity, random),
        ]);
    }

    /// <summary>What the consent of everybody whom a field is about came to; <see langword="null"/> when nobody knows.</summary>
    public ConsentStanding? ConsentOf(IReadOnlyCollection<SubjectId> people, Key<ProcessingActivity> activity)
    {
        var answers = people.Select(person => all.FirstOrDefault(answer => answer.Person == person && answer.Activity == activity && !answer.IsObjection)).ToList();
        return answers.Count == 0 || answers.Exists(answer => answer is null or { IsNewer: true } or { Word: "requested" or "deferred" or "invalidated" }) ? null
            : answers.Exists(answer => EndOf(answer!) is null) ? new ConsentStanding(activity, null)
            : new ConsentStanding(activity, answers.Max(answer => EndOf(answer!)));
    }

    /// <summary>When the last of everybody whom a field is about was right to object; <see langword="null"/> when somebody was not, or did not.</summary>
    public UpheldObjection? ObjectionOf(IReadOnlyCollection<SubjectId> people, Key<ProcessingActivity> activity)
    {
        var answers = people.Select(person => all.FirstOrDefault(answer => answer.Person == person && answer.Activity == activity && answer.IsObjection)).ToList();
        return answers.Count > 0 && answers.TrueForAll(answer => answer is { Word: "upheld", IsNewer: false }) ? new UpheldObjection(activity, answers.Max(answer => answer!.Since)) : null;
    }

    private static LocalDate? EndOf(DefinedAnswer answer) => answer.Word is "given" or "renewed" ? answer.EndsOn : answer.Since;

    private static DefinedAnswer Of(RetentionCase one, SubjectId person, ProcessingActivity activity, Random random)
    {
        var isObjection = activity.Basis is LawfulBasis.LegitimateInterest;
        var words = isObjection ? Objections : Words;
        var word = words[random.Next(words.Length)];
        return new DefinedAnswer(
            person,
            activity.Key,
            isObjection,
            word,
            Around(one.Today, random),
            word is "given" or "renewed" && random.Next(3) == 0 ? Around(one.Today, random) : null,
            random.Next(12) == 0);
    }

    private static LocalDate Around(LocalDate today, Random random) => today.PlusDays(random.Next(3) == 0 ? random.Next(-2, 2) : random.Next(-4000, 400));
}
