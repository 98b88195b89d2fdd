using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>What a run leaves, decided row by row and in plain words: entity after entity, whole rows before values. It knows no conditions and no statements.</summary>
public sealed class RunDefinition(ProcessingRegister register, DefinedMaps maps, DisposalPlan plan, DefinedHolds holds, DefinedAnswers answers, LocalDate today, Func<string, Type> typeOf)
{
    /// <summary>The parts that were approved, as <see cref="Counts"/> calls them: what becomes due only because other rows went in the same run goes in the next one.</summary>
    public required IReadOnlySet<string> Approved { get; init; }

    /// <summary>How many rows of which class went, or lost which values.</summary>
    public Dictionary<string, long> Counts { get; } = [];

    /// <summary>What is left of a world.</summary>
    public World Run(World world)
    {
        var left = WorldCopy.Without(world, new HashSet<object>());
        foreach (var entity in plan.Entities)
        {
            var type = typeOf(entity.Entity.Description.Name);
            left = Delete(left, type);
            foreach (var group in entity.Groups)
            {
                Empty(left, type, group);
                left = WorldCopy.Without(left, new HashSet<object>());
            }
        }

        return left;
    }

    private World Delete(World world, Type type)
    {
        var rows = new RowDefinition(register, maps, world, today, answers);
        var fields = maps.FieldsOf(type).ToList();
        if (fields.Count == 0 || !Approved.Contains($"{type.Name}: "))
        {
            return world;
        }

        var going = world.Of(type)
            .Where(row => fields.TrueForAll(field => rows.LetsRowGo(field, row) || rows.IsNothing(field, row)) && fields.Exists(field => rows.LetsRowGo(field, row)) && !IsHeld(row, world))
            .ToList();
        var gone = new HashSet<object>();
        foreach (var row in going)
        {
            foreach (var order in AlongOf(row, world).Where(each => !IsHeld(each, world)))
            {
                gone.UnionWith(AlongOf(order, world).Where(line => !IsShielded(line, type)));
            }

            gone.UnionWith(AlongOf(row, world).Where(each => !IsHeld(each, world) && !IsShielded(each, type) && AlongOf(each, world).All(gone.Contains)));
        }

        gone.UnionWith(going.Where(row => !IsShielded(row, type) && AlongOf(row, world).All(gone.Contains)).ToList());
        foreach (var same in gone.GroupBy(row => row.GetType()))
        {
            Count($"{same.Key.Name}: ", same.Count());
        }

        return WorldCopy.Without(world, gone);
    }

    private void Empty(World world, Type type, FieldGroup group)
    {
        List<string> emptied = [.. group.Emptied.Select(path => path.ToString())];
        List<string> replaced = [.. group.Replacements.Select(replacement => replacement.Property.ToString())];
        List<string> losing = [.. emptied.Concat(replaced).Order(StringComparer.Ordinal)];
        if (losing.Count == 0)
        {
            return;
        }

        if (!Approved.Contains($"{type.Name}: {string.Join(", ", losing)}"))
        {
            return;
        }

        var rows = new RowDefinition(register, maps, world, today, answers);
        var field = maps.FieldsOf(type).First(each => each.Name == losing[0]);
        List<Key<DataCategory>> categories = [.. maps.FieldsOf(type).Where(each => losing.Contains(each.Name)).Select(each => each.Category)];
        var changing = world.Of(type)
            .Where(row => rows.IsDue(field, row) && (emptied.Exists(name => Value(row, name) is not null) || replaced.Exists(name => Value(row, name) is { } value && !Equals(value, Neutral(value)))) && !IsOnHold(row, [type], categories))
            .ToList();
        foreach (var row in changing)
        {
            emptied.ForEach(name => row.GetType().GetProperty(name)!.SetValue(row, null));
            replaced.ForEach(name => row.GetType().GetProperty(name)!.SetValue(row, Value(row, name) is { } value ? Neutral(value) : null));
        }

        Count($"{type.Name}: {string.Join(", ", losing)}", changing.Count);
    }

    private void Count(string what, long rows)
    {
        if (rows > 0)
        {
            Counts[what] = Counts.GetValueOrDefault(what) + rows;
        }
    }

    /// <summary>The rows without anything of their own that go with a row.</summary>
    private IEnumerable<object> AlongOf(object row, World world) => row switch
    {
        Customer customer =>
        [
            .. world.Orders.Where(order => order.Customer == customer && HoldsNothing(order)),
            .. world.Notes.Where(note => (note.Author == customer || note.Reader == customer) && HoldsNothing(note)),
        ],
        Order order => world.Lines.Where(line => line.Order == order && HoldsNothing(line)),
        _ => [],
    };

    private bool HoldsNothing(object row) => maps.IsMapped(row.GetType()) && !maps.FieldsOf(row.GetType()).Any();

    private bool HoldsSomething(object row) => maps.IsMapped(row.GetType()) && maps.FieldsOf(row.GetType()).Any();

    /// <summary>Whether a row refers to it that has to go first.</summary>
    private bool IsHeld(object row, World world) => row switch
    {
        Customer customer => world.Customers.Exists(other => other != customer && other.Mentor == customer)
            || world.Orders.Exists(order => order.Customer == customer && (!HoldsNothing(order) || IsHeld(order, world)))
            || world.Notes.Exists(note => (note.Author == customer || note.Reader == customer) && HoldsSomething(note)),
        Order order => world.Flags.Exists(flag => flag.Order == order) || world.Lines.Exists(line => line.Order == order && HoldsSomething(line)),
        _ => false,
    };

    private bool IsShielded(object row, Type root) => IsOnHold(row, [row.GetType(), root], maps.FieldsOf(row.GetType()).Concat(maps.FieldsOf(root)).Select(field => field.Category));

    private bool IsOnHold(object row, Type[] types, IEnumerable<Key<DataCategory>> categories) =>
        maps.OwnersOf(row).Any(owner => owner.Person is not null && owner.Person == holds.Person)
        || Array.Exists(types, type => holds.Type?.IsAssignableFrom(type) is true)
        || categories.Any(category => category == holds.Category);

    /// <summary>What stands where a value was replaced.</summary>
    private static object Neutral(object value) => value is DateOnly ? new DateOnly(1900, 1, 1) : "-";

    private static object? Value(object row, string name) => row.GetType().GetProperty(name)!.GetValue(row);
}
