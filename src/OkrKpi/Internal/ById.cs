namespace OkrKpi;

/// <summary>Lists whose items are known by an id of their own: putting one in the place of another, taking one out, changing one.</summary>
internal static class ById
{
    /// <summary>The items, each of those given in the place of the one with its id, or at the end; the same array where nothing changes.</summary>
    /// <param name="items">The items there are, each id once.</param>
    /// <param name="more">Those to put in, each id once.</param>
    /// <param name="id">The id of an item.</param>
    /// <param name="what">What an item is called.</param>
    /// <param name="name">The parameter that gives them.</param>
    internal static T[] With<T, TId>(T[] items, IEnumerable<T> more, Func<T, TId> id, string what, string name)
        where T : class
        where TId : notnull, IEquatable<TId>
    {
        var given = Require.Copy(more, name);
        Require.Unique(given, id, what, name);
        if (items.Length == 0 || given.Length == 0)
        {
            return given.Length == 0 ? items : given;
        }

        var places = new Dictionary<TId, int>(items.Length);
        for (var index = 0; index < items.Length; index++)
        {
            places.TryAdd(id(items[index]), index);
        }

        T[] replaced = [.. items];
        List<T> added = [];
        var isSame = true;
        foreach (var item in given)
        {
            if (places.TryGetValue(id(item), out var place))
            {
                isSame &= ReferenceEquals(items[place], item);
                replaced[place] = item;
            }
            else
            {
                added.Add(item);
            }
        }

        return added.Count > 0 ? [.. replaced, .. added] : isSame ? items : replaced;
    }

    /// <summary>The place of the item with an id; below 0 when there is none.</summary>
    internal static int IndexOf<T, TId>(T[] items, TId sought, Func<T, TId> id)
        where TId : IEquatable<TId>
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (id(items[index]).Equals(sought))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The items without one of them.</summary>
    internal static T[] WithoutAt<T>(T[] items, int index) => [.. items.AsSpan(0, index), .. items.AsSpan(index + 1)];

    /// <summary>What a change made of an item, which has to be that item still.</summary>
    internal static T Changed<T, TId>(T item, Func<T, T> change, Func<T, TId> id, string what)
        where T : class
        where TId : IEquatable<TId>
    {
        var changed = change(item)
           
               
                   
                       
                           
                                ?? throw new ArgumentException(
                                    $"The change of the {what} '{id(item)}' gave nothing; return the changed {what}, or take it out with Without.",
                                    nameof(change));
        return id(changed).Equals(id(item))
            ? changed
            : throw new ArgumentException(
                $"The change of the {what} '{id(item)}' gave another one, '{id(changed)}'; an id stays, add the other with With.", nameof(change));
    }
}
