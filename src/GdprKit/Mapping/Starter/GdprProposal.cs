using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// C# to start from, written for an application that has none of it yet: a register, the class of its keys, a map per class that
/// holds personal data, and a method that adds them to the host. It compiles, the register is accepted and the maps fit the store.
/// </summary>
/// <remarks>
/// <para>
/// Everything in it is a guess, by the names and types of what the store keeps and by its references, and says so in the comment
/// before it; nobody has read the data. What no program can know is a placeholder with a comment of its own. Read every sentence:
/// people may rely on what the notice says.
/// </para>
/// <para>Equal descriptions give equal proposals. Immutable. Safe for use by several threads.</para>
/// </remarks>
public sealed class GdprProposal
{
    private readonly string? _nothing;

    private GdprProposal(ValueList<ProposedFile> files, string? nothing)
    {
        Files = files;
        Marks = files.SelectMany(MarksIn).ToValueList();
        _nothing = nothing;
    }

    /// <summary>The files, ordered by name; empty when the store seems to hold nothing about people.</summary>
    public ValueList<ProposedFile> Files { get; }

    /// <summary>What somebody has to look at, in the order of the files and their lines.</summary>
    public ValueList<ProposalMark> Marks { get; }

    /// <summary>Whether nothing could be proposed, because the store seems to hold nothing about people; <see cref="ToString"/> says what to do then.</summary>
    public bool IsEmpty => Files.IsEmpty;

    /// <summary>Proposes a register and maps.</summary>
    /// <param name="store">What the store keeps.</param>
    /// <param name="options">How the classes are named; the defaults when left out.</param>
    /// <exception cref="ArgumentException">GDPR1087, GDPR1088: a name is none that C# can use.</exception>
    public static GdprProposal For(StoreDescription store, GdprProposalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var naming = options ?? new GdprProposalOptions();
        StarterMessages.Check(naming);
        return Proposal.Write(store, naming) is { IsEmpty: false } files
            ? new GdprProposal(files, null)
            : new GdprProposal([], StarterMessages.NothingFound(store.Name));
    }

    /// <summary>Writes the files into a folder, which is made if it is not there. A file that says the same already is left as it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The paths of the files, in order; none when there is nothing to write.</returns>
    /// <exception cref="IOException">GDPR1089: a file is there and says something else. Nothing was written.</exception>
    public IReadOnlyList<string> WriteTo(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var paths = Files.Select(file => (File: file, Path: Path.Combine(folder, file.Name))).ToList();
        if (paths.Find(each => File.Exists(each.Path) && File.ReadAllText(each.Path) != each.File.Text) is { File: not null } occupied)
        {
            throw StarterMessages.FileExists(occupied.Path);
        }

        foreach (var (file, path) in paths)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, file.Text);
        }

        return [.. paths.Select(each => each.Path)];
    }

    /// <summary>All files one behind the other, each under its name, and what is to be filled in; or why there are none.</summary>
    public override string ToString()
    {
        if (_nothing is not null)
        {
            return _nothing;
        }

        var fillIns = Marks.Where(mark => mark.Kind is ProposalMarkKind.FillIn).ToList();
        var heading = $"// {Files.Count} files, {Marks.Count - fillIns.Count} guesses to confirm, {fillIns.Count} places to fill in:";
        return string.Join('\n', [.. Files.Select(file => $"// ---- {file.Name}\n{file.Text}"), heading, .. fillIns.Select(mark => $"// {mark}")]);
    }

    private static IEnumerable<ProposalMark> MarksIn(ProposedFile file) => file.Text.Split('\n')
        .Select((line, index) => (Mark: Mark.In(line), Line: index + 1))
        .Where(each => each.Mark is not null)
        .Select(each => new ProposalMark(file.Name, each.Line, each.Mark!.Value.Kind, each.Mark.Value.Text));
}
