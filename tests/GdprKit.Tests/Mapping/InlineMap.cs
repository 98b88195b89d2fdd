namespace GdprKit.Mapping;

/// <summary>A map declared where a test needs it.</summary>
internal sealed class InlineMap<T>(Action<PersonalDataMapBuilder<T>> configure) : IPersonalDataMap<T>
    where T : class
{
    public void Configure(PersonalDataMapBuilder<T> data) => configure(data);
}
