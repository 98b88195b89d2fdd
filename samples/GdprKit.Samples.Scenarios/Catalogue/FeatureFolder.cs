namespace GdprKit.Samples.Scenarios.Catalogue;

/// <summary>The files of scenarios that come with the sample, and those that somebody names.</summary>
public static class FeatureFolder
{
    private static readonly string Own = Path.Combine(AppContext.BaseDirectory, "Features");

    /// <summary>All that come with the sample, ordered by language and name.</summary>
    public static IEnumerable<FeatureFile> ReadAll() =>
        Directory.EnumerateFiles(Own, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(FeatureFile.Read);

    /// <summary>The files that are meant by a name: one of the sample, or the path of any other file.</summary>
    /// <exception cref="ScenarioException">There is none of that name.</exception>
    public static IEnumerable<FeatureFile> Find(string name)
    {
        if (File.Exists(name))
        {
            return [FeatureFile.Read(name)];
        }

        FeatureFile[] known = [.. ReadAll()];
        FeatureFile[] found = [.. known.Where(file => string.Equals(file.Name, name, StringComparison.OrdinalIgnoreCase))];
        return found.Length > 0 ? found : throw new ScenarioException(
            $"There is no scenario and no file '{name}'. There are: {string.Join(", ", known.Select(file => file.Name))}.");
    }
}
