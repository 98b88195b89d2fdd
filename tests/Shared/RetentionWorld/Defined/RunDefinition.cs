using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>What a run leaves, decided row by row and in plain words: entity after entity, whole rows before values. It knows no conditions and no statements.</summary>
public sealed class RunDefinition(ProcessingRegister register, DefinedMaps maps, DisposalPlan plan, DefinedHolds holds, DefinedAnswers answers, LocalDate today, Func<string, Type> typeOf)
{
    private HashSet<object> _kept = [];

    /// <summary>
    /// The parts that were approved, as <see cref="Counts"/> calls them: what becomes due only because other rows went in the same run goes in the next one; <see langword="null"/>, of an erasure, for all.
    /// </summary>
    public IReadOnlySet<string>? Approved { get; init; }

    /// <summary>Whose data are erased: then all goes that no law demands, and nothing is archived; <see langword="null"/> for a run.</summary>
    public SubjectId? Erased { get; init; }

    /// <summary>How many rows of which class went, or lost which values.</summary>
    public Dictionary<string, long> Counts { get; } = [];

    /// <summary>What is left of a world.</summary>
    public World Run(World world)
    {
        var left = WorldCopy.Without(world, new HashSet<object>());
        foreach (var entity in plan.Entities.Where(entity => JudgesOf(typeOf(entity.Entity.Description.Name)) is not null))
        {
            foreach (var group in entity.Groups)
            {
                Empty(left, typeOf(entity.Entity.Description.Name), group, alsoWhatGoes: false);
                left = WorldCopy.Without(left, new HashSet<object>());
            }
        }

        foreach (var entity in plan.Entities)
        {
            left = Delete(left, typeOf(entity.Entity.Description.Name));
            left = AreJudges(entity) ? left : EmptyAll(left, entity);
            Archive(left, typeOf(entity.Entity.Description.Name));
        }

        return plan.Entities.Where(AreJudges).Aggregate(left, EmptyAll);

        bool AreJudges(PlannedEntity entity) => plan.Entities.Any(other => JudgesOf(typeOf(other.Entity.Description.Name)) == typeOf(entity.Entity.Description.Name));
    }

    private void Archive(World world, Type type)
    {
        if (Approved?.Contains($"{type.Name}: {nameof(Customer.IsArchived)}") is not true)
        {
            return;
        }

        var rows = new RowDefinition(register, maps, world, today, answers) { Erased = Erased };
        var changing = world.Of(type).OfType<Customer>().Where(row => rows.GoesIntoArchive(row) || rows.ComesOutOfArchive(row)).ToList();
        changing.ForEach(row => row.IsArchived = !row.IsArchived);
        Count($"{type.Name}: {nameof(Customer.IsArchived)}", changing.Count);
    }

    private World EmptyAll(World world, PlannedEntity entity)
    {
        foreach (var group in entity.Groups)
        {
            Empty(world, typeOf(entity.Entity.Description.Name), group, alsoWhatGoes: true);
            world = WorldCopy.Without(world, new HashSet<object>());
        }

        return world;
    }

    private World Delete(World world, Type type)
    {
        var rows = new RowDefinition(register, maps, world, today, answers) { Erased = Erased };
        if (!maps.FieldsOf(type).Any() || Approved?.Contains($"{type.Name}: ") is false)
        {
            return world;
        }

        var gone = new HashSet<object>();
        _kept = holds.KeptIn(world);
        foreach (var row in world.Of(type).Where(row => Goes(row, rows) && !IsAwaited(row, rows)).ToList())
        {
            Take(row, [type], [.. TreeOf(row, world)], world, gone);
        }

        foreach (var same in gone.GroupBy(row => row.GetType()))
        {
            Count($"{same.Key.Name}: ", same.Count());
        }

        return WorldCopy.Without(world, gone);
    }

    /// <summary>Lets a row go after all that goes with it; what is protected stays, and so does what it belongs to.</summary>
    private bool Take(object row, Type[] with, IReadOnlyList<object> tree, World world, HashSet<object> gone)
    {
        // What protects one of those by which a row is judged protects them all.
        Type[] together = JudgesOf(row.GetType()) is null ? [.. with, row.GetType()] : [.. with, row.GetType(), .. Before(row.GetType())];
        if (LeaveSome(AlongOf(row, world)) || LeaveSome(JudgesOf(row, world)) || tree.Concat(OwnersOf(row)).Any(_kept.Contains) || IsOnHold(row, together, together.SelectMany(maps.FieldsOf).Select(field => field.Category)))
        {
            return false;
        }

        gone.Add(row);
        return true;

        bool LeaveSome(IEnumerable<object> rows) => rows.ToList().FindAll(each => IsHeld(each, world) || !Take(each, together, tree, world, gone)).Count > 0;
    }

    /// <summary>A row with all that would go with it.</summary>
    private IEnumerable<object> TreeOf(object row, World world) => AlongOf(row, world).Concat(JudgesOf(row, world)).SelectMany(each => TreeOf(each, world)).Prepend(row);

    /// <summary>The rows with which a row goes along.</summary>
    private IEnumerable<object> OwnersOf(object row)
    {
        object?[] owners = !HoldsNothing(row) ? [] : row switch { Order order => [order.Customer], OrderLine line => [line.Order], Note note => [note.Author, note.Reader], _ => [] };
        return owners.OfType<object>().SelectMany(owner => OwnersOf(owner).Prepend(owner));
    }

    /// <summary>The classes of what goes before a row in one transaction with it.</summary>
    private IEnumerable<Type> Before(Type type)
    {
        Type[] refer = typeof(Customer).IsAssignableFrom(type) ? [typeof(Order), typeof(Note)] : type == typeof(Order) ? [typeof(OrderLine)] : [];
        return refer.Where(each => JudgesOf(type) == each || (maps.IsMapped(each) && !maps.FieldsOf(each).Any())).SelectMany(each => Before(each).Prepend(each));
    }

    /// <summary>Whether nothing keeps a row for the sake of what it holds, and what refers to it goes with it.</summary>
    private bool Goes(object row, RowDefinition rows)
    {
        var fields = maps.FieldsOf(row.GetType()).ToList();
        return fields.TrueForAll(field => rows.LetsRowGo(field, row) || rows.IsNothing(field, row))
            && fields.Exists(field => rows.LetsRowGo(field, row))
            && !IsHeld(row, rows.World)
            && JudgesOf(row, rows.World).All(each => Goes(each, rows));
    }

    /// <summary>Whether something is judged by a row that goes with it, or loses values before.</summary>
    private bool IsAwaited(object row, RowDefinition rows)
    {
        object? owner = row switch { Order order => order.Customer, OrderLine line => line.Order, _ => null };
        return owner is not null && JudgesOf(owner.GetType()) == row.GetType() && (Goes(owner, rows) || maps.FieldsOf(owner.GetType()).Any(field => rows.IsDue(field, owner) && IsLeft(field, owner)));
    }

    /// <summary>The class by whose rows those of another are judged; its rows hold something of their own.</summary>
    private Type? JudgesOf(Type type)
    {
        var judges = typeof(Customer).IsAssignableFrom(type) && maps.AreCustomersJudgedByOrders ? typeof(Order) : type == typeof(Order) && maps.AreOrdersJudgedByLines ? typeof(OrderLine) : null;
        return judges is not null && maps.FieldsOf(type).Any() && maps.IsMapped(judges) && maps.FieldsOf(judges).Any() ? judges : null;
    }

    private IEnumerable<object> JudgesOf(object row, World world) => JudgesOf(row.GetType()) is null ? []
        : row is Customer customer ? world.Orders.Where(order => order.Customer == customer)
        : world.Lines.Where(line => line.Order == row);

    private bool IsLeft(DefinedField field, object row) => plan.Entities.Single(entity => typeOf(entity.Entity.Description.Name) == row.GetType()).Groups.Any(group =>
        (group.Emptied.Any(path => path.ToString() == field.Name) && Value(row, field.Name) is not null)
        || (group.Replacements.Any(each => each.Property.ToString() == field.Name) && Value(row, field.Name) is { } value && !Equals(value, Neutral(value))));

    private void Empty(World world, Type type, FieldGroup group, bool alsoWhatGoes)
    {
        List<string> emptied = [.. group.Emptied.Select(path => path.ToString())];
        List<string> replaced = [.. group.Replacements.Select(replacement => replacement.Property.ToString())];
        List<string> losing = [.. emptied.Concat(replaced).Order(StringComparer.Ordinal)];
        if (losing.Count == 0)
        {
            return;
        }

        if (Approved?.Contains($"{type.Name}: {string.Join(", ", losing)}") is false)
        {
            return;
        }

        var rows = new RowDefinition(register, maps, world, today, answers) { Erased = Erased };
        var field = maps.FieldsOf(type).First(each => each.Name == losing[0]);
        List<Key<DataCategory>> categories = [.. maps.FieldsOf(type).Where(each => losing.Contains(each.Name)).Select(each => each.Category)];
        _kept = holds.KeptIn(world);
        var changing = world.Of(type)
            .Where(row => !_kept.Contains(row) && rows.IsDue(field, row) && (emptied.Exists(name => Value(row, name) is not null) || replaced.Exists(name => Value(row, name) is { } value && !Equals(value, Neutral(value)))) && !IsOnHold(row, [type], categories) && (alsoWhatGoes || !Goes(row, rows)))
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
            || world.Orders.Exists(order => order.Customer == customer && JudgesOf(row.GetType()) is null && (!HoldsNothing(order) || IsHeld(order, world)))
            || world.Notes.Exists(note => (note.Author == customer || note.Reader == customer) && HoldsSomething(note)),
        Order order => world.Flags.Exists(flag => flag.Order == order) || world.Lines.Exists(line => line.Order == order && JudgesOf(typeof(Order)) is null && HoldsSomething(line)),
        _ => false,
    };

    private bool IsOnHold(object row, Type[] types, IEnumerable<Key<DataCategory>> categories) =>
        maps.OwnersOf(row).Any(owner => owner.Person is not null && owner.Person == holds.Person)
        || Array.Exists(types, type => holds.Type?.IsAssignableFrom(type) is true)
        || categories.Any(category => category == holds.Category);

    /// <summary>What stands where a value was replaced.</summary>
    private static object Neutral(object value) => value is DateOnly ? new DateOnly(1900, 1, 1) : "-";

    private static object? Value(object row, string name) => row.GetType().GetProperty(name)!.GetValue(row);
}
