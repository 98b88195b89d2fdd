namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Says a formula as shortly as what its parts say of each other allows, and what costs most once and at the top, where a database
/// makes a join of it: <c>(bought after 2000 and not after 2020) or (never bought and signed up before 2020)</c> is
/// <c>not bought after 2020, and (bought after 2000 or signed up before 2020)</c>.
/// </summary>
internal static class Simplification
{
    /// <summary>The same formula, said shorter.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="known">What is known of the rows of which it is asked.</param>
    public static Formula Of(Formula formula, Assumptions known) => formula switch
    {
        Formula.Single single => known.Decide(single) is { } isMet ? new Formula.Known(isMet) : single,
        Formula.All all => OfAll(all.Parts, known, isOpposite: false),
        // Some are met when not all are not.
        Formula.Any any => OfAll(any.Parts.Select(part => part.Opposite), known, isOpposite: true).Opposite,
        _ => formula,
    };

    private static Formula OfAll(IEnumerable<Formula> parts, Assumptions known, bool isOpposite)
    {
        var (singles, others) = (new List<Formula.Single>(), new List<Formula>());
        var waiting = new Queue<Formula>(parts);
        var unread = new List<Formula>();
        while (waiting.Count > 0 || unread.Count > 0)
        {
            // Single statements first: the others are read in their light.
            if (waiting.Count == 0)
            {
                waiting.Enqueue(Of(unread[0], With(singles, known)));
                unread.RemoveAt(0);
                if (waiting.Peek() is Formula.Any any)
                {
                    others.Add(any);
                    waiting.Dequeue();
                }

                continue;
            }

            switch (waiting.Dequeue())
            {
                case Formula.Known { IsMet: false }:
                    return Formula.Never;

                case Formula.Known:
                    break;

                case Formula.All all:
                    all.Parts.ToList().ForEach(waiting.Enqueue);
                    break;

                case Formula.Single single when With(singles, known).Decide(single) is { } isMet:
                    if (!isMet)
                    {
                        return Formula.Never;
                    }

                    break;

                case Formula.Single single:
                    singles.Add(single);
                    // What was read before is read again in its light.
                    unread.AddRange(others);
                    others.Clear();
                    break;

                case var other:
                    unread.Add(other);
                    break;
            }
        }

        var strongest = Strongest(singles, known);
        // Whether all or some of several are met, what costs most is asked once: of some, also of those that say nothing else.
        return Formula.And(CheapFirst(isOpposite
            ? Factored([.. strongest, .. others], known)
            : [.. strongest, .. Factored(others, With(strongest, known))]));
    }

    private static Assumptions With(IEnumerable<Formula.Single> singles, Assumptions known) => singles.Aggregate(known, (all, single) => all.With(single));

    /// <summary>Single statements without those that follow from the others.</summary>
    private static List<Formula.Single> Strongest(List<Formula.Single> singles, Assumptions known) =>
        [.. singles.Where(single => With(singles.Where(other => other != single), known).Decide(single) is null)];

    /// <summary><c>(a or b) and (a or c)</c> is <c>a or (b and c)</c>: what is heavy is asked once.</summary>
    private static List<Formula> Factored(List<Formula> parts, Assumptions known)
    {
        // Only a statement which decides the part that asks it: elsewhere it would have to be asked once more.
        var shared = parts.OfType<Formula.Any>().SelectMany(part => HeavySingles(part).Where(single => Follows(part, Assumptions.None.With(single))))
            .Select(single => (Single: single, Parts: parts.Where(part => Follows(part, Assumptions.None.With(single))).ToList()))
            .Where(each => each.Parts.Count > 1)
            .OrderByDescending(each => each.Parts.Count)
            .FirstOrDefault();
        if (shared.Parts is null)
        {
            return parts;
        }

        Formula[] either = OfAll(shared.Parts, known.With((Formula.Single)shared.Single.Opposite), isOpposite: false) switch
        {
            Formula.Known { IsMet: true } => [],
            Formula.Known => [shared.Single],
            Formula.Any any => [Formula.Or(CheapFirst([shared.Single, .. any.Parts]))],
            var rest => [Formula.Or(CheapFirst([shared.Single, rest]))],
        };
        return [.. either, .. Factored([.. parts.Except(shared.Parts)], known)];
    }

    // A database may stop there.
    private static IOrderedEnumerable<Formula> CheapFirst(IEnumerable<Formula> parts) => parts.OrderBy(part => part.IsHeavy);

    private static IEnumerable<Formula.Single> HeavySingles(Formula formula) => formula switch
    {
        Formula.Single { IsHeavy: true } single => [single],
        Formula.All all => all.Parts.SelectMany(HeavySingles),
        Formula.Any any => any.Parts.SelectMany(HeavySingles),
        _ => [],
    };

    private static bool Follows(Formula formula, Assumptions known) => formula switch
    {
        Formula.Single single => known.Decide(single) is true,
        Formula.All all => all.Parts.All(part => Follows(part, known)),
        Formula.Any any => any.Parts.Any(part => Follows(part, known)),
        Formula.Known decided => decided.IsMet,
        _ => false,
    };
}
