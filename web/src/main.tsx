/** Starts the page. */
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-arabic/400.css';
import '@fontsource/noto-sans-arabic/600.css';
import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/600.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/chrome.css';
import './styles/situation.css';
import './styles/map.css';
import './styles/pages.css';
import './styles/review.css';
import './styles/assessed.css';
import './styles/acts.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api.ts';
import { applyStoredTheme } from './chrome/theme.ts';
import { router } from './routes.tsx';

/** What the program refused it will refuse again; only silence is worth a second try. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.problem === null,
    },
  },
});

applyStoredTheme();
const page = document.getElementById('page');
if (page === null) throw new Error('index.html must hold an element with id "page"');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
